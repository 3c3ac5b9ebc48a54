package dev.rbee.service.boot;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a window can be opened, and what to do where none can. Pure. */
public final class Display {
    private Display() {}

    /** Whether there is something to open a window on. */
    public static boolean there(String os, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        return system.startsWith("mac")
                || system.startsWith("windows")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /** What to say where there is none and a window was asked for with these words. */
    public static String missing(List<String> words) {
        String none = "rbee: there is no display to open a window on; ";
        if (words.stream().anyMatch(Display::link)) {
            return none + "links open in the window only. rbee --help shows what can be done without.";
        }
        return words.stream().anyMatch(Display::model)
                ? none + "`rbee model import FILE` makes a model file known without one, `rbee chat` talks to it."
                : none + "rbee --help shows what can be done without.";
    }

    /** A model file or a link, as desktops pass them. */
    static boolean opened(String word) {
        return link(word) || model(word);
    }

    private static boolean link(String word) {
        return word.toLowerCase(Locale.ROOT).startsWith("rbee:");
    }

    private static boolean model(String word) {
        return !word.startsWith("-") && word.toLowerCase(Locale.ROOT).endsWith(".gguf");
    }
}
