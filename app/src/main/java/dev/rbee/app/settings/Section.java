package dev.rbee.app.settings;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** One part of the settings page. JavaFX thread only. */
public interface Section {
    /**
     * Something that search finds here.
     *
     * @param id for {@link #reveal}
     * @param title what it is called
     * @param more a sentence about it, and words people may look for
     */
    record Find(String id, String title, String more) {}

    /** What it is called in the program. */
    String key();

    /** Its word in the list. */
    String name();

    /** Its picture there. */
    Feather icon();

    /** What it shows; always the same node. */
    Node view();

    /** What search finds here besides its name. */
    default List<Find> finds() {
        return List.of();
    }

    /** Brings that one to the eye. */
    default void reveal(String id) {}

    /** It came to the front. */
    default void shown() {}

    /** It went to the back. */
    default void hidden() {}

    /** Whether it takes all the height there is and scrolls by itself. */
    default boolean fills() {
        return false;
    }
}
