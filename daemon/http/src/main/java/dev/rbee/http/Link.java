package dev.rbee.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** One connection: Helidon's own, seen by the {@link Reaper}, with what is left to read taken in before it is closed on a client. */
final class Link implements ServerConnection, InterruptableTask<Void> {
    /** The connection whose thread this is. */
    static final ScopedValue<Link> CURRENT = ScopedValue.newInstance();

    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final Duration LINGER_PAUSE = Duration.ofMillis(300);
    private static final long LINGER_BYTES = 64L * 1024 * 1024;

    private final LinkContext context;
    private final ServerConnection http;
    private final Reaper reaper;
    private boolean linger;

    Link(LinkContext context, ServerConnection http, Reaper reaper) {
        this.context = context;
        this.http = http;
        this.reaper = reaper;
    }

    /** Reading and its deadlines. */
    LinkReader reader() {
        return context.reader();
    }

    /** The answer was sent before the request was read: swallow the rest, so that the client gets to read the answer. */
    void linger() {
        linger = true;
    }

    void cutIfLate(long now) {
        if (context.reader().late(now) || context.writer().late(now)) {
            context.cut();
        }
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        reaper.add(this);
        try {
            ScopedValue.where(CURRENT, this).call(() -> {
                http.handle(limit);
                return this;
            });
        } finally {
            try {
                if (linger && !context.reader().ended()) {
                    context.reader().drain(LINGER_PAUSE, LINGER, LINGER_BYTES);
                }
            } finally {
                reaper.remove(this);
            }
        }
    }

    @Deprecated(since = "Helidon 4.2; required by its interface")
    @SuppressWarnings("removal")
    @Override
    public void handle(Semaphore semaphore) throws InterruptedException {
        http.handle(semaphore);
    }

    @Override
    public Duration idleTime() {
        return http.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        http.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
        return http instanceof InterruptableTask<?> task && task.canInterrupt();
    }
}
