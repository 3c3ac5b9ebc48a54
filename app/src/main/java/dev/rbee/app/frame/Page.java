package dev.rbee.app.frame;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One page of the window. */
public interface Page {
    /** How it stands in the navigation; known before the page is made. */
    PageFace face();

    /** What it is called in the program: lower case, the same in every language. */
    default String key() {
        return face().key();
    }

    /** Its word in the navigation. */
    default String name() {
        return face().name();
    }

    /** Its picture there. */
    default Feather icon() {
        return face().icon();
    }

    /** What it shows; always the same node. */
    Node view();

    /** What stands at its lower edge and no message may cover; null where nothing does. */
    default @Nullable Region foot() {
        return null;
    }

    /** What can be done here or with what it shows, for the palette; asked each time the palette opens, so it must be quick. */
    default List<Command> commands() {
        return List.of();
    }

    /** Keys of this page that no command has, for the list of shortcuts. */
    default List<Shortcut> shortcuts() {
        return List.of();
    }

    /** Brings the thing of that id to the eye; what is not there (any more) is ignored. */
    default void reveal(String id) {}

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
