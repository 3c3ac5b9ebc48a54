package dev.rbee.app.background;

import dev.rbee.app.state.AppState;
import java.util.Locale;

/** What closing the window does while this application runs the queen. */
public enum OnClose {
    /** asks */
    ASK,
    /** the window goes, the fleet goes on */
    KEEP,
    /** everything ends */
    QUIT;

    /** Under which key the window remembers it: {@code ask}, {@code keep}, {@code quit}. */
    public static final String KEY = "background.on_close";

    private static final OnClose FIRST = ASK;

    /** What was chosen; to ask where nothing was. */
    public static OnClose of(AppState state) {
        String chosen = state.text(KEY, "");
        for (OnClose each : values()) {
            if (each.wire().equals(chosen)) {
                return each;
            }
        }
        return FIRST;
    }

    /** Remembers it. JavaFX thread. */
    public void remember(AppState state) {
        state.put(KEY, wire());
    }

    private String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
