package dev.rbee.service.update;

import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the feed once a day where that is wanted, and after an hour where it did not answer. Thread-safe; {@link #tick} never blocks. */
public final class DailyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCheck.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long AGAIN_NANOS = Duration.ofHours(1).toNanos();

    private final Supplier<Updates> updates;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Consumer<UpdateStatus> found;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile long notBefore;

    /**
     * Of those updates, by the settings of the moment.
     *
     * @param nanos monotonic
     * @param found is told, on a thread of its own, when the feed offers a newer version; must not block for long
     */
    public DailyCheck(
            Supplier<Updates> updates, InstantSource clock, LongSupplier nanos, Consumer<UpdateStatus> found) {
        this.updates = updates;
        this.clock = clock;
        this.nanos = nanos;
        this.found = found;
        this.notBefore = nanos.getAsLong();
    }

    /** To be called every minute or so. */
    public void tick() {
        if (nanos.getAsLong() - notBefore >= 0 && busy.compareAndSet(false, true)) {
            notBefore = nanos.getAsLong() + AGAIN_NANOS;
            Thread.ofVirtual().name("update-check").start(() -> {
                try {
                    ask();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void ask() {
        try {
            Updates asked = updates.get();
            if (!due(asked.status(), clock.instant())) {
                return;
            }
            if (asked.check()) {
                UpdateStatus now = asked.status();
                LOG.info(
                        "update={} runs={}",
                        now.offer() == null ? "" : now.offer().version(),
                        now.version());
                found.accept(now);
            }
        } catch (ProblemException e) {
            LOG.info("not checked for updates: {}", e.problem().message());
        }
    }

    /** Whether it is time; a clock that was set back is no reason to wait for long. */
    static boolean due(UpdateStatus status, Instant now) {
        Instant last = status.checked();
        return status.check().equals("daily")
                && status.state() != UpdateStatus.State.NO_FEED
                && (last == null
                        || last.isAfter(now)
                        || Duration.between(last, now).compareTo(DAY) >= 0);
    }
}
