package dev.rbee.app.highlight;

/** What a piece of code is. */
public enum Kind {
    /** Nothing special. */
    PLAIN("plain"),
    /** A word of the language. */
    KEYWORD("keyword"),
    /** A text. */
    STRING("string"),
    /** A number. */
    NUMBER("number"),
    /** For people only. */
    COMMENT("comment"),
    /** The name of something called, of a tag or a key. */
    NAME("name"),
    /** A line that was added. */
    ADDED("added"),
    /** A line that was taken away. */
    REMOVED("removed");

    private final String style;

    Kind(String style) {
        this.style = style;
    }

    /** Style class of it. */
    public String style() {
        return "tok-" + style;
    }
}
