package dev.rbee.app.frame;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** One page of the window. */
public interface Page {
    /** Its word in the navigation. */
    String name();

    /** Its picture there. */
    Feather icon();

    /** What it shows; always the same node. */
    Node view();

    /** It came to the front. */
    default void shown() {}

    /** It went to the back. */
    default void hidden() {}

    /** Ctrl-N: something new of this page's kind; false where it has none. */
    default boolean fresh() {
        return false;
    }

    /** Esc: ends what runs; false where nothing did. */
    default boolean escape() {
        return false;
    }

    /** Ctrl-F: goes to its filter; false where it has none. */
    default boolean find() {
        return false;
    }
}
