package dev.rbee.app.markdown;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;

/** A place in a text has to come to the eye: whoever scrolls moves it there. */
public final class CaretEvent extends Event {
    private static final long serialVersionUID = 1L;

    /** The only kind. */
    public static final EventType<CaretEvent> CARET = new EventType<>(Event.ANY, "CARET");

    private final transient Bounds place;

    CaretEvent(Bounds place) {
        super(CARET);
        this.place = place;
    }

    /** Where it is in the scene. */
    public Bounds place() {
        return place;
    }
}
