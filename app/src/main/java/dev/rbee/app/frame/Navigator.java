package dev.rbee.app.frame;

/** The way from one page to another. JavaFX thread only. */
public interface Navigator {
    /** Opens the page of that key. */
    void open(String page);

    /** Opens the page of that key and brings the thing of that id to the eye. */
    void reveal(String page, String id);

    /** Whether the page of that key is in front. */
    default boolean at(String page) {
        return false;
    }
}
