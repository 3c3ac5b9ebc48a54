package dev.rbee.app.activity;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One part of the page of activity. JavaFX thread only. */
interface Tab {
    /** Lower case, the same in every language. */
    String key();

    /** For people. */
    String name();

    /** Always the same node. */
    Node view();

    /** What stands at the right of the page's head while this part is open. */
    default @Nullable Node action() {
        return null;
    }

    /** It came to the front, or the queen came or went while it was there. */
    void front(boolean connected);

    /** It went to the back. */
    default void back() {}

    /** About a second has passed in front, with the queen there. */
    default void tick() {}

    /** Another queen is asked from now on; nothing of the one before stays. */
    void forget();

    /** Goes to its filter. */
    void find();
}
