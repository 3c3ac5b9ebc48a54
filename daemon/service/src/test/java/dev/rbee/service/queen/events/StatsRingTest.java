package dev.rbee.service.queen.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.StatsHistory;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StatsRingTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private double speed;
    private final StatsRing ring = new StatsRing(() -> new FleetStats(1, 2, speed, 3, List.of()), now::get);

    @Test
    void keepsAPointEveryFiveSecondsForAnHour() {
        for (int second = 1; second <= 2 * 3600; second++) {
            now.set(START.plusSeconds(second));
            speed = second;
            ring.tick();
        }
        StatsHistory all = ring.last(60);
        assertEquals(5, all.intervalS());
        assertEquals(720, all.points().size());
        assertEquals(7200, all.points().getLast().tokensPerSecond());
        assertEquals(3605, all.points().getFirst().tokensPerSecond());
        assertEquals(2, all.points().getFirst().requestsWaiting());
        assertEquals(13, ring.last(1).points().size());
        assertEquals(START.plusSeconds(7140), ring.last(1).points().getFirst().at());
    }

    @Test
    void hasNothingAtFirst() {
        assertEquals(List.of(), ring.last(15).points());
    }
}
