package dev.rbee.app.settings.file;

import javafx.scene.Node;

/** Something that one value is set with. JavaFX thread only. */
interface Editor {
    /** The control. */
    Node node();

    /** Shows that value, unless something else is being typed; tells nobody. */
    void show(String value);

    /** Takes back what was typed. */
    default void revert() {}

    /** Whether it takes the whole width below the words. */
    default boolean wide() {
        return false;
    }
}
