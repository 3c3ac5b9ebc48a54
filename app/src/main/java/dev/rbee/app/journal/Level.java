package dev.rbee.app.journal;

import java.util.Locale;

/** How much a line matters; later ones matter more. */
enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** The level of that name, {@link #INFO} for any other. */
    static Level parse(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "TRACE" -> TRACE;
            case "DEBUG" -> DEBUG;
            case "WARN", "WARNING" -> WARN;
            case "ERROR", "FATAL", "SEVERE" -> ERROR;
            default -> INFO;
        };
    }

    /** Whether this one matters as much as that one. */
    boolean from(Level least) {
        return compareTo(least) >= 0;
    }

    /** Its style class and the end of its words' key. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
