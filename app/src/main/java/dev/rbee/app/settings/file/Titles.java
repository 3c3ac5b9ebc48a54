package dev.rbee.app.settings.file;

import dev.rbee.app.words.Words;
import dev.rbee.service.settings.SettingInfo;

/** Plain words for each setting. */
final class Titles {
    private static final Words WORDS = Words.of(Titles.class);

    private Titles() {}

    /** Its key as a part of the name of a node, which a dot would end. */
    static String id(SettingInfo info) {
        return info.key().replace('.', '-');
    }

    /** What it is called. */
    static String of(SettingInfo info) {
        return WORDS.get("setting." + info.key());
    }

    /** What it does. */
    static String does(SettingInfo info) {
        return WORDS.get("does." + info.key());
    }

    /** The unit behind its number, empty where there is none. */
    static String unit(SettingInfo info) {
        String name = info.name();
        if (name.endsWith("_mb_s")) {
            return WORDS.get("unit.mb.s");
        }
        if (name.endsWith("_s")) {
            return WORDS.get("unit.s");
        }
        if (name.endsWith("_mb")) {
            return WORDS.get("unit.mib");
        }
        return name.equals("ctx") ? WORDS.get("unit.tokens") : "";
    }

    /** A choice as people read it. */
    static String choice(SettingInfo info, String value) {
        return WORDS.get("choice." + info.name() + "." + value);
    }

    /** A value as people read it. */
    static String value(SettingInfo info, String value) {
        return switch (info.form()) {
            case FLAG -> WORDS.get(Boolean.parseBoolean(value) ? "value.on" : "value.off");
            case CHOICE -> choice(info, value);
            case NUMBER -> (value + " " + unit(info)).strip();
            case TEXT -> value.isEmpty() ? WORDS.get("value.empty") : value;
            case LIST -> value.isEmpty() ? WORDS.get("value.none") : value.replace("\n", ", ");
        };
    }
}
