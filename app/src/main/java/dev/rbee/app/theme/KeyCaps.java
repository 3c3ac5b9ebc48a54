package dev.rbee.app.theme;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A shortcut as the caps of its keys. */
public final class KeyCaps extends HBox {
    private @Nullable String shown;

    /** Shows nothing yet. */
    public KeyCaps() {
        super(4);
        getStyleClass().add("key-caps");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Those of a shortcut; nothing where there is none. */
    public void show(@Nullable KeyCombination keys) {
        show(keys == null ? "" : keys.getDisplayText());
    }

    /** Those of a shortcut as it is written: {@code Ctrl+K}. */
    public void show(String keys) {
        if (keys.equals(shown)) {
            return;
        }
        shown = keys;
        getChildren().clear();
        for (String cap : caps(keys)) {
            getChildren().add(Ui.label(cap, "key-cap"));
        }
        setAccessibleText(keys);
        Ui.shown(this, !keys.isEmpty());
    }

    /** {@code Ctrl+K} is two caps, {@code ⇧⌘K} three; a plus at the end is a key of its own. */
    static List<String> caps(String keys) {
        List<String> caps = new ArrayList<>();
        int from = 0;
        while (from < keys.length()) {
            char first = keys.charAt(from);
            if ("⇧⌘⌥⌃".indexOf(first) >= 0) {
                caps.add(Character.toString(first));
                from++;
                continue;
            }
            int plus = keys.indexOf('+', from + 1);
            int end = plus < 0 ? keys.length() : plus;
            caps.add(keys.substring(from, end));
            from = end + 1;
        }
        return caps;
    }
}
