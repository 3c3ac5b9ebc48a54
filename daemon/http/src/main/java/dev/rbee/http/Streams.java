package dev.rbee.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The event streams of a server that have no end of their own. Thread-safe. */
final class Streams {
    private final Set<SseStream> open = ConcurrentHashMap.newKeySet();
    private final Duration ping;
    private final LongSupplier nanos;
    private volatile boolean closing;

    Streams(Duration ping, LongSupplier nanos) {
        this.ping = ping;
        this.nanos = nanos;
    }

    Duration ping() {
        return ping;
    }

    LongSupplier nanos() {
        return nanos;
    }

    void endless(SseStream stream) {
        open.add(stream);
        if (closing) {
            stream.close();
        }
    }

    void closed(SseStream stream) {
        open.remove(stream);
    }

    void closeAll() {
        closing = true;
        open.forEach(SseStream::close);
    }
}
