package dev.rbee.service.queen.events;

import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.StatsHistory;
import dev.rbee.contract.events.StatsPoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The figures of the last hour, one point every five seconds, so that a window that opens now shows them. Thread-safe. */
public final class StatsRing {
    /** Seconds from one point to the next; also the window of the speed, so that nothing falls between. */
    static final int INTERVAL_S = 5;

    /** What is kept. */
    static final int MINUTES = 60;

    private static final int KEPT = MINUTES * 60 / INTERVAL_S;

    private final Deque<StatsPoint> points = new ArrayDeque<>();
    private final Supplier<FleetStats> stats;
    private final InstantSource clock;
    private int seconds;

    /** Of these figures, which must not block. */
    public StatsRing(Supplier<FleetStats> stats, InstantSource clock) {
        this.stats = stats;
        this.clock = clock;
    }

    /** A second has passed. */
    public synchronized void tick() {
        seconds++;
        if (seconds % INTERVAL_S != 0) {
            return;
        }
        points.addLast(StatsPoint.of(clock.instant(), stats.get()));
        if (points.size() > KEPT) {
            points.removeFirst();
        }
    }

    /** The last minutes, oldest first. */
    public synchronized StatsHistory last(int minutes) {
        Instant from = clock.instant().minusSeconds(minutes * 60L);
        List<StatsPoint> asked =
                points.stream().filter(point -> !point.at().isBefore(from)).toList();
        return new StatsHistory(INTERVAL_S, asked);
    }
}
