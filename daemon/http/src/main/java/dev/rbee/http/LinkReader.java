package dev.rbee.http;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one connection. Knows in which part of a request it is and until when that may last, and can read ahead while a handler works,
 * which is how a client that leaves is noticed. Its methods belong to the connection's thread, {@link #late} to the reaper's.
 */
final class LinkReader implements Supplier<byte[]> {
    private static final long NEVER = Long.MAX_VALUE;

    private final HelidonSocket socket;
    private final Limits limits;
    private final LongSupplier nanos;
    private final long origin;
    private volatile long deadline;
    private boolean betweenRequests = true;
    private boolean lastRequest;
    private boolean ended;
    private long bodyBytes = NEVER;
    private @Nullable CompletableFuture<Optional<byte[]>> ahead;

    LinkReader(HelidonSocket socket, Limits limits, LongSupplier nanos) {
        this.socket = socket;
        this.limits = limits;
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
        deadlineIn(limits.head());
    }

    @Override
    @SuppressWarnings("NullAway") // Helidon's reader wants null at the end of the stream
    public byte @Nullable [] get() {
        if (lastRequest && betweenRequests) {
            return null;
        }
        byte[] bytes = next();
        if (bytes == null) {
            ended = true;
            return null;
        }
        if (betweenRequests) {
            betweenRequests = false;
            deadlineIn(limits.head());
        }
        bodyBytes -= bytes.length;
        if (bodyBytes < 0) {
            throw tooMuch();
        }
        return bytes;
    }

    private byte @Nullable [] next() {
        CompletableFuture<Optional<byte[]>> waiting = ahead;
        if (waiting == null) {
            return read();
        }
        ahead = null;
        try {
            return waiting.get().orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("the server closes", e);
        } catch (ExecutionException e) {
            throw new ServerConnectionException("reading failed", e.getCause());
        }
    }

    private byte @Nullable [] read() {
        try {
            return socket.get();
        } catch (UncheckedIOException e) {
            ended = true;
            throw new ServerConnectionException("reading failed", e);
        }
    }

    /** Chunks of one byte each, or a size of a chunk that never ends: twice the limit, and that is it. */
    private static RequestException tooMuch() {
        return RequestException.builder()
                .type(DirectHandler.EventType.BAD_REQUEST)
                .status(Status.REQUEST_ENTITY_TOO_LARGE_413)
                .message("too many bytes around the body")
                .build();
    }

    /** The headers are here and a handler begins. */
    void requestBegins() {
        betweenRequests = false;
        deadline = NEVER;
    }

    /** The handler wants the body. */
    void bodyBegins() {
        bodyBytes = 2L * limits.maxBody() + 64 * 1024;
        deadlineIn(limits.body());
    }

    /** The body is here. */
    void bodyEnds() {
        bodyBytes = NEVER;
        deadline = NEVER;
    }

    /** The handler is done; with {@code last} nothing more is read. */
    void requestEnds(boolean last) {
        lastRequest |= last;
        betweenRequests = true;
        bodyBytes = NEVER;
        deadlineIn(limits.idle());
    }

    /** The client closed its side, or the connection broke. */
    boolean ended() {
        return ended;
    }

    /** Reads ahead once, on a thread of its own, and runs the action if the client leaves meanwhile. */
    void watch(Runnable gone) {
        if (ahead != null) {
            return;
        }
        CompletableFuture<Optional<byte[]>> reading = new CompletableFuture<>();
        ahead = reading;
        Thread.ofVirtual().name("rbee-http-watch").start(() -> {
            try {
                byte[] bytes = socket.get();
                reading.complete(Optional.ofNullable(bytes));
                if (bytes == null) {
                    gone.run();
                }
            } catch (RuntimeException e) {
                reading.completeExceptionally(e);
                gone.run();
            }
        });
    }

    /** Swallows what the client still sends, until it closes, pauses, the time is over or it was too much. */
    void drain(Duration pause, Duration atMost, long bytes) {
        long end = nanos.getAsLong() + atMost.toNanos();
        long left = bytes;
        try {
            deadlineIn(pause);
            byte[] more = next();
            while (more != null && left > 0 && end - nanos.getAsLong() > 0) {
                left -= more.length;
                deadlineIn(pause);
                more = next();
            }
        } catch (CloseConnectionException e) {
            // closed by the client or by the deadline: what this waits for
        }
    }

    boolean late(long now) {
        return now - origin > deadline;
    }

    private void deadlineIn(Duration duration) {
        deadline = nanos.getAsLong() - origin + duration.toNanos();
    }
}
