package dev.rbee.app.chat;

import javafx.scene.layout.VBox;

/** One message on the screen; there is one only while it is in sight or near. */
abstract class Turn extends VBox {
    Turn() {
        getStyleClass().add("turn");
        setFillWidth(true);
    }

    /** It is not shown any more: lets go of what it listens to. */
    abstract void dispose();

    /** Selects the next place with these words and brings it to the eye; {@code anew} from the beginning, or the end. */
    abstract boolean find(String words, boolean forward, boolean anew);

    /** Nothing of it is selected any more. */
    abstract void unselect();
}
