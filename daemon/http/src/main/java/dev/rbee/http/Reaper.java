package dev.rbee.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Cuts connections that passed their deadline: headers or bodies that dribble in, clients that do not read. One thread per server looks at
 * all of them four times per shortest deadline, at most every 250 ms.
 */
final class Reaper implements AutoCloseable {
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanos;
    private final Thread thread;

    Reaper(String name, Limits limits, LongSupplier nanos) {
        this.nanos = nanos;
        Duration shortest = limits.head().compareTo(limits.write()) < 0 ? limits.head() : limits.write();
        long everyMillis = Math.clamp(shortest.toMillis() / 4, 5, 250);
        this.thread = Thread.ofPlatform()
                .daemon(true)
                .name("rbee-" + name + "-deadlines")
                .unstarted(() -> run(everyMillis));
    }

    void start() {
        thread.start();
    }

    void add(Link link) {
        links.add(link);
    }

    void remove(Link link) {
        links.remove(link);
    }

    /** Open connections. */
    int count() {
        return links.size();
    }

    private void run(long everyMillis) {
        try {
            while (true) {
                Thread.sleep(everyMillis);
                long now = nanos.getAsLong();
                for (Link link : links) {
                    link.cutIfLate(now);
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
