package dev.rbee.app.theme;

import dev.rbee.app.words.Words;

/** What the user chose for light and dark. */
public enum Theme {
    /** as the desktop says, also when it changes */
    SYSTEM(Words.of(Theme.class).get("follow.the.system")),
    /** light always */
    LIGHT(Words.of(Theme.class).get("light")),
    /** dark always */
    DARK(Words.of(Theme.class).get("dark"));

    private final String words;

    Theme(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The theme of that name, {@link #SYSTEM} for any other text. */
    public static Theme parse(String name) {
        for (Theme theme : values()) {
            if (theme.name().equalsIgnoreCase(name)) {
                return theme;
            }
        }
        return SYSTEM;
    }
}
