package dev.rbee.app.markdown;

import javafx.event.Event;
import javafx.event.EventType;

/** Code is to be saved as a file: whoever can ask where does so. */
public final class CodeEvent extends Event {
    private static final long serialVersionUID = 1L;

    /** The only kind. */
    public static final EventType<CodeEvent> SAVE = new EventType<>(Event.ANY, "SAVE_CODE");

    private final String name;
    private final String code;

    CodeEvent(String name, String code) {
        super(SAVE);
        this.name = name;
        this.code = code;
    }

    /** A name for the file, with the ending of its language. */
    public String name() {
        return name;
    }

    /** All of it. */
    public String code() {
        return code;
    }
}
