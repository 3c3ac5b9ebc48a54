package dev.rbee.app.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Scrolls to the end as its content grows if it was at the end, and otherwise leaves what is being read where it is. */
final class FollowScroll extends ScrollPane {
    private static final double NEAR = 12;

    private final Region content;
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
    private double offset;
    private double knownRoom;
    private boolean adjusting;

    FollowScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain");
        vvalueProperty().addListener((p, old, now) -> moved());
        viewportBoundsProperty().addListener((p, old, now) -> grown());
        // The skin listens to the content as well and must have had its turn: what it makes of a growth is undone here.
        skinProperty().addListener((p, old, now) -> {
            content.layoutBoundsProperty().addListener((q, before, after) -> grown());
            grown();
        });
    }

    /** Whether the end is in sight. */
    ReadOnlyBooleanProperty atEnd() {
        return atEnd.getReadOnlyProperty();
    }

    /** Pixels above the first visible line. */
    double offset() {
        return offset;
    }

    /** Goes to the end and follows it from now on. */
    void toEnd() {
        atEnd.set(true);
        grown();
    }

    private double room() {
        return Math.max(0, content.getHeight() - getViewportBounds().getHeight());
    }

    private void moved() {
        if (!adjusting && Math.abs(room() - knownRoom) < 0.5) {
            offset = getVvalue() * room();
            atEnd.set(room() - offset <= NEAR);
        }
    }

    private void grown() {
        adjusting = true;
        double room = room();
        knownRoom = room;
        if (atEnd.get()) {
            offset = room;
            setVvalue(1);
        } else if (room > 0) {
            offset = Math.min(offset, room);
            setVvalue(offset / room);
        }
        adjusting = false;
    }
}
