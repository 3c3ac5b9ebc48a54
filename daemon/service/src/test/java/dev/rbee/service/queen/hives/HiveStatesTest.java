package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.service.queen.events.EventHub;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hives that beat but ail, and hives whose connection breaks. */
class HiveStatesTest {
    private static final String AILS = "expected a GPU, runs on the CPU";

    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final EventHub hub = new EventHub("q1", 4096, 5);
    private final HiveRegistry hives = new HiveRegistry(
            () -> Instant.EPOCH.plusNanos(nanos.get()), nanos::get, new Random(1), HiveLimits.DEFAULT, hub);

    @BeforeEach
    void register() {
        hives.register(new RegisterHive("gpu", "127.0.0.1", 7835, null, "0.1.0", 42L, 5L, null));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void ailmentMakesItDegradedAndOnlineStill() {
        hives.ailment("gpu", AILS);
        HiveInfo hive = hives.get("gpu");
        assertEquals(HiveState.DEGRADED, hive.status());
        assertEquals(AILS, hive.message());
        assertTrue(hive.online());
        beat(1);
        assertEquals(HiveState.DEGRADED, hives.get("gpu").status());
        assertEquals(hive.since(), hives.get("gpu").since());
        hives.ailment("gpu", null);
        assertEquals(HiveState.ONLINE, hives.get("gpu").status());
        assertNull(hives.get("gpu").message());
        hives.ailment("nobody", AILS);
    }

    @Test
    void ailmentOutlivesSilenceAndDraining() {
        hives.ailment("gpu", AILS);
        pass(46);
        assertEquals(HiveState.SUSPECT, hives.get("gpu").status());
        beat(1);
        assertEquals(HiveState.DEGRADED, hives.get("gpu").status());
        hives.state("gpu", HiveState.DRAINING, "asked");
        assertTrue(hives.resume("gpu"));
        assertEquals(HiveState.DEGRADED, hives.get("gpu").status());
        pass(91);
        assertEquals(HiveState.OFFLINE, hives.get("gpu").status());
        hives.ailment("gpu", null);
        assertEquals(HiveState.OFFLINE, hives.get("gpu").status());
        beat(2);
        assertEquals(HiveState.ONLINE, hives.get("gpu").status());
    }

    @Test
    void brokenConnectionMakesItSuspectAtOnceAndOfflineWithTheSilence() {
        hives.unreachable("gpu", "connection lost");
        assertEquals(HiveState.SUSPECT, hives.get("gpu").status());
        assertEquals("connection lost", hives.get("gpu").message());
        pass(60);
        assertEquals("connection lost", hives.get("gpu").message());
        beat(1);
        assertEquals(HiveState.ONLINE, hives.get("gpu").status());
        hives.state("gpu", HiveState.STOPPED, "stopped on request");
        hives.unreachable("gpu", "connection lost");
        assertEquals(HiveState.STOPPED, hives.get("gpu").status());
        hives.unreachable("nobody", "connection lost");
    }

    private void beat(long seq) {
        hives.beat(new HiveHeart("gpu", null, null, null, null, null, null, null, null, null, 5L, seq));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            hives.tick();
        }
    }
}
