package dev.rbee.http;

import org.jspecify.annotations.Nullable;

/**
 * An open event stream. Thread-safe; each event is flushed at once. While it is quiet, a {@code : ping} comment goes out every second, so
 * that a client that left is noticed.
 */
public interface Sse extends AutoCloseable {
    /**
     * Sends one event; blocks while the client does not read, at most {@link Limits#write}.
     *
     * @param id for resuming by {@code Last-Event-ID}
     * @param event name
     * @param data text goes out as it is, anything else as JSON on one line
     * @throws ClientGone the client left, or the stream is closed
     */
    void event(@Nullable String id, @Nullable String event, Object data) throws ClientGone;

    /** {@link #event} with data only. */
    default void data(Object data) throws ClientGone {
        event(null, null, data);
    }

    /** Sends a comment, which clients ignore. */
    void comment(String text) throws ClientGone;

    /** Neither closed nor left by the client. */
    boolean isOpen();

    /** Blocks until it is closed or the client left; for handlers whose events come from other threads. */
    void awaitClosed() throws InterruptedException;

    /** Marks it as one that has no end of its own: {@link Server#close} closes it at once instead of waiting for it. */
    Sse endless();

    /** Ends it; does not block; more than once does no harm. */
    @Override
    void close();
}
