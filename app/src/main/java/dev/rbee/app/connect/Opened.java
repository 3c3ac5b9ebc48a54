package dev.rbee.app.connect;

import dev.rbee.app.remote.Site;
import org.jspecify.annotations.Nullable;

/**
 * A way to a queen that stands.
 *
 * @param sees what her key opens
 * @param version of her; null where she does not say
 * @param close ends the way; may block shortly; harmless again
 * @param lost takes what is to be run once when the way breaks, at once where it has; never runs where it cannot break
 */
record Opened(Site site, Sees sees, @Nullable String version, Runnable close, Lost lost) {
    /** What a key opens. */
    enum Sees {
        /** everything */
        ALL,
        /** chats and the list of models */
        CHATS
    }

    /** Tells of a break. */
    @FunctionalInterface
    interface Lost {
        void then(Runnable action);
    }
}
