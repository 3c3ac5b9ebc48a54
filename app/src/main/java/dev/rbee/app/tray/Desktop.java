package dev.rbee.app.tray;

import java.util.Locale;
import java.util.Map;

/** Whether a desktop may have a tray, told without AWT. Pure. */
public final class Desktop {
    private Desktop() {}

    /**
     * False where there is none for sure, so that nobody need ask further: no display, GNOME (which has no place for such icons), macOS (where
     * JavaFX and AWT do not share a program well).
     *
     * @param os as the system property {@code os.name} says
     */
    public static boolean mayHaveTray(String os, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return false;
        }
        if (system.contains("win")) {
            return true;
        }
        String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").toUpperCase(Locale.ROOT);
        return !environment.getOrDefault("DISPLAY", "").isBlank() && !desktop.contains("GNOME");
    }
}
