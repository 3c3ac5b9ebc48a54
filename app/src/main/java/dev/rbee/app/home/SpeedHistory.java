package dev.rbee.app.home;

import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.StatsHistory;
import dev.rbee.contract.events.StatsPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of the last minutes: what the queen remembers, then what comes in. JavaFX thread only; no clock of its own. */
final class SpeedHistory {
    /** What is shown. */
    static final Duration SPAN = Duration.ofMinutes(15);

    /** Without a point for this long, nothing is known of the time between. */
    static final Duration GAP = Duration.ofSeconds(16);

    private static final Duration STEP = Duration.ofSeconds(5);

    private final List<StatsPoint> points = new ArrayList<>();
    private @Nullable StatsPoint newest;

    /** What the queen remembers takes the place of all that is known of its time. */
    void load(StatsHistory history) {
        if (history.points().isEmpty()) {
            return;
        }
        Instant until = history.points().getLast().at();
        points.removeIf(point -> !point.at().isAfter(until));
        points.addAll(0, history.points());
    }

    /** Figures of now. */
    void add(Instant now, FleetStats stats) {
        StatsPoint point = StatsPoint.of(now, stats);
        newest = point;
        if (points.isEmpty() || !points.getLast().at().plus(STEP).isAfter(now)) {
            points.add(point);
        }
        points.removeIf(old -> old.at().isBefore(now.minus(SPAN).minus(STEP)));
    }

    /** Another queen's: forgets everything. */
    void clear() {
        points.clear();
        newest = null;
    }

    /** Oldest first, the newest one as of now. */
    List<StatsPoint> points() {
        List<StatsPoint> all = new ArrayList<>(points);
        StatsPoint last = newest;
        if (last != null && (all.isEmpty() || last.at().isAfter(all.getLast().at()))) {
            all.add(last);
        }
        return all;
    }
}
