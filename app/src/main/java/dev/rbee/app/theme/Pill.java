package dev.rbee.app.theme;

import dev.rbee.app.words.Words;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state as icon and word on its colour. */
public final class Pill extends Label {
    private static final Words WORDS = Words.of(Pill.class);

    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private @Nullable Badge shown;

    /** Shows nothing yet. */
    public Pill() {
        getStyleClass().add("pill");
        setGraphic(icon);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows the badge. */
    public Pill(Badge badge) {
        this();
        show(badge);
    }

    /** Changes what is shown. */
    public void show(Badge badge) {
        if (badge.equals(shown)) {
            return;
        }
        Badge old = shown;
        if (old != null) {
            getStyleClass().remove(old.tone().style());
        }
        getStyleClass().add(badge.tone().style());
        icon.setIconCode(badge.icon());
        setText(badge.word());
        setAccessibleText(WORDS.get("state", badge.word()));
        shown = badge;
    }
}
