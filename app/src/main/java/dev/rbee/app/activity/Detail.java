package dev.rbee.app.activity;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What is told of one row, beside the table. JavaFX thread only. */
interface Detail<T> {
    /** Always the same node. */
    Node pane();

    /** Tells of that one; null: of none. */
    void show(@Nullable T row);
}
