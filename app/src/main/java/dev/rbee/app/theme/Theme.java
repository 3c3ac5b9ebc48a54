package dev.rbee.app.theme;

/** What the user chose for light and dark. */
public enum Theme {
    /** as the desktop says, also when it changes */
    SYSTEM("Follow the system"),
    /** light always */
    LIGHT("Light"),
    /** dark always */
    DARK("Dark");

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
