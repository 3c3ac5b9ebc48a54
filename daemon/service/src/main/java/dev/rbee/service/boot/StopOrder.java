package dev.rbee.service.boot;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a daemon shall stop: on SIGTERM, Ctrl-C or a request. The second signal means now. Thread-safe. */
final class StopOrder {
    private static final Logger LOG = LoggerFactory.getLogger(StopOrder.class);
    /** As shells count an end by SIGTERM. */
    private static final int TERMINATED = 143;

    private final CountDownLatch ordered = new CountDownLatch(1);
    private final AtomicInteger signals = new AtomicInteger();
    private final Runnable now;

    /** {@code now} kills what must not survive this process; it must be quick. */
    StopOrder(Runnable now) {
        this.now = now;
    }

    /** Listens to the usual signals from now on. */
    StopOrder listen() {
        return listen("TERM", "INT", "HUP");
    }

    /** Listens to those signals from now on. */
    StopOrder listen(String... names) {
        Signals.on(this::signalled, names);
        return this;
    }

    private void signalled(String name) {
        if (signals.incrementAndGet() > 1) {
            LOG.warn("second signal: stopping now");
            now.run();
            Runtime.getRuntime().halt(TERMINATED);
        }
        LOG.info("signal {}: stopping", name);
        order();
    }

    /** Somebody asked for it. */
    void order() {
        ordered.countDown();
    }

    /** Waits for it. */
    void await() {
        try {
            ordered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
