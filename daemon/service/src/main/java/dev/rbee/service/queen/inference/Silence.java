package dev.rbee.service.queen.inference;

import dev.rbee.service.queen.workers.Lease;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import okhttp3.Call;

/**
 * Watches running calls. A worker from which no byte came for some seconds is asked for its health; if it does not say within three
 * more, it has stalled (stopped, paused, cut off) and its calls are cancelled. Long silence of a healthy worker is fine: it
 * computes. Thread-safe.
 */
final class Silence {
    private final long quietNanos;
    private final LongSupplier nanos;
    private final Upstream upstream;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Set<String> probing = ConcurrentHashMap.newKeySet();

    /** {@code quietNanos}: silence after which a worker is asked. */
    Silence(long quietNanos, LongSupplier nanos, Upstream upstream) {
        this.quietNanos = quietNanos;
        this.nanos = nanos;
        this.upstream = upstream;
    }

    /** One call under watch; close it when the call has ended. */
    final class Watch implements AutoCloseable {
        private final Lease lease;
        private final Call call;
        private volatile long lastByte = nanos.getAsLong();
        private volatile boolean stalled;

        private Watch(Lease lease, Call call) {
            this.lease = lease;
            this.call = call;
        }

        /** A byte came. */
        void alive() {
            lastByte = nanos.getAsLong();
        }

        /** Whether the call was cancelled because of silence. */
        boolean stalled() {
            return stalled;
        }

        private boolean quiet(long now) {
            return now - lastByte >= quietNanos;
        }

        private void stall() {
            stalled = true;
            call.cancel();
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    Watch watch(Lease lease, Call call) {
        Watch watch = new Watch(lease, call);
        watches.add(watch);
        return watch;
    }

    /** To be called every second; returns at once, probes run on virtual threads of their own. */
    void tick() {
        long now = nanos.getAsLong();
        Map<String, List<Watch>> quiet = watches.stream()
                .filter(watch -> watch.quiet(now))
                .collect(Collectors.groupingBy(watch -> watch.lease.url()));
        quiet.forEach((url, group) -> {
            if (probing.add(url)) {
                Thread.ofVirtual().name("rbee-probe").start(() -> probe(url, group));
            }
        });
    }

    private void probe(String url, List<Watch> group) {
        try {
            if (upstream.isWell(group.getFirst().lease)) {
                group.forEach(Watch::alive);
            } else {
                group.stream().filter(watch -> watch.quiet(nanos.getAsLong())).forEach(Watch::stall);
            }
        } finally {
            probing.remove(url);
        }
    }
}
