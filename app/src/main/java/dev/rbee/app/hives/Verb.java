package dev.rbee.app.hives;

import dev.rbee.app.words.Words;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with a hive. */
enum Verb {
    /** its process begins */
    START("start", Feather.PLAY),
    /** its process ends, its workers first */
    STOP("stop", Feather.SQUARE),
    /** nothing new goes there */
    DRAIN("drain", Feather.LOG_OUT),
    /** new work goes there again */
    RESUME("resume", Feather.LOG_IN),
    /** stop and start */
    RESTART("restart", Feather.ROTATE_CW),
    /** this version of rbee goes there */
    UPGRADE("upgrade", Feather.ARROW_UP_CIRCLE),
    /** Wake-on-LAN */
    WAKE("wake", Feather.SUNRISE),
    /** password, passphrase, key */
    LOGIN("login", Feather.KEY),
    /** nothing of rbee stays there */
    REMOVE("remove", Feather.TRASH_2);

    private final String wire;
    private final Feather icon;

    Verb(String wire, Feather icon) {
        this.wire = wire;
        this.icon = icon;
    }

    /** In the queen's route. */
    String wire() {
        return wire;
    }

    /** On its button. */
    String words() {
        return Words.of(Verb.class).get("verb." + wire);
    }

    /** Whether the hive's workers end with it. */
    boolean ends() {
        return this == STOP || this == RESTART;
    }

    /** Whether it can be done with several hives at once. */
    boolean many() {
        return this != LOGIN && this != REMOVE;
    }

    Feather icon() {
        return icon;
    }

    String tip() {
        return Words.of(Verb.class).get("verb-tip." + wire);
    }
}
