package dev.rbee.app.models;

import javafx.scene.Node;

/** One of the parts the page of models consists of; one is seen at a time. */
interface Section {
    /** What it shows; always the same node. */
    Node view();

    /** It came to the front. */
    void shown();

    /** It went to the back. */
    default void hidden() {}

    /** Goes to its search field; false where it has none. */
    boolean find();
}
