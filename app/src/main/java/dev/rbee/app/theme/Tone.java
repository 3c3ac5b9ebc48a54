package dev.rbee.app.theme;

/** The colour of a state. Always shown with an icon and a word. */
public enum Tone {
    /** green */
    READY("ready"),
    /** honey */
    BUSY("busy"),
    /** blue */
    LOADING("loading"),
    /** orange */
    WARN("warn"),
    /** grey */
    OFFLINE("offline"),
    /** red */
    ERROR("error");

    private final String style;

    Tone(String style) {
        this.style = style;
    }

    /** The style class of it. */
    public String style() {
        return style;
    }
}
