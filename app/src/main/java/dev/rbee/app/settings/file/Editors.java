package dev.rbee.app.settings.file;

import atlantafx.base.controls.ToggleSwitch;
import dev.rbee.service.settings.SettingInfo;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Chooses what a value is set with. */
final class Editors {
    private Editors() {}

    /**
     * For that setting.
     *
     * @param typed told while somebody types, of what is not yet meant
     * @param meant told of a value that is to count
     */
    static Editor of(SettingInfo info, Paths paths, Consumer<String> typed, Consumer<String> meant) {
        return switch (info.form()) {
            case FLAG -> new Flag(info, meant);
            case CHOICE -> new Choice(info, meant);
            case NUMBER -> new LineEditor(info, paths, typed, meant);
            case TEXT -> new LineEditor(info, paths, typed, meant);
            case LIST -> new LinesEditor(info, paths, typed, meant);
        };
    }

    /** On or off. */
    private static final class Flag implements Editor {
        private final ToggleSwitch toggle = new ToggleSwitch();
        private boolean shows;

        Flag(SettingInfo info, Consumer<String> meant) {
            toggle.setId("set-" + Titles.id(info));
            toggle.setAccessibleText(Titles.of(info));
            toggle.setAccessibleHelp(Titles.does(info));
            toggle.selectedProperty().addListener((p, old, now) -> {
                if (!shows) {
                    meant.accept(now.toString());
                }
            });
        }

        @Override
        public Node node() {
            return toggle;
        }

        @Override
        public void show(String value) {
            shows = true;
            toggle.setSelected(Boolean.parseBoolean(value));
            shows = false;
        }
    }

    /** One of some words. */
    private static final class Choice implements Editor {
        private final ComboBox<String> box = new ComboBox<>();
        private boolean shows;

        Choice(SettingInfo info, Consumer<String> meant) {
            box.setId("set-" + Titles.id(info));
            box.getItems().setAll(info.choices());
            box.setAccessibleText(Titles.of(info));
            box.setAccessibleHelp(Titles.does(info));
            box.setConverter(new StringConverter<>() {
                @Override
                public String toString(String value) {
                    return value == null ? "" : Titles.choice(info, value);
                }

                @Override
                public String fromString(String text) {
                    return text;
                }
            });
            box.valueProperty().addListener((p, old, now) -> {
                if (!shows && now != null) {
                    meant.accept(now);
                }
            });
        }

        @Override
        public Node node() {
            return box;
        }

        @Override
        public void show(String value) {
            shows = true;
            box.setValue(value);
            shows = false;
        }
    }
}
