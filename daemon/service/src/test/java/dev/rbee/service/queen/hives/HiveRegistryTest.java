package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.events.EventHub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class HiveRegistryTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final EventHub hub = new EventHub("q1", 4096, 5);
    private final HiveRegistry hives = new HiveRegistry(
            () -> Instant.EPOCH.plusNanos(nanos.get()), nanos::get, new Random(1), HiveLimits.DEFAULT, hub);

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void registeredHiveIsOnlineUntilItIsSilentFor90Seconds() {
        var reply = hives.register(register("here", 5L));
        assertTrue(reply.nextMs() >= 25_500 && reply.nextMs() <= 34_500, "" + reply.nextMs());
        assertEquals(HiveMode.LOCAL, hives.get("here").mode());
        assertEquals("http://127.0.0.1:7835", hives.get("here").url());
        pass(44);
        assertState("here", HiveState.ONLINE);
        pass(2);
        assertState("here", HiveState.SUSPECT);
        assertTrue(hives.get("here").online());
        pass(43);
        assertState("here", HiveState.SUSPECT);
        pass(2);
        assertState("here", HiveState.OFFLINE);
        assertFalse(hives.get("here").online());
        hives.beat(heart("here", 5L, 1L, null));
        assertState("here", HiveState.ONLINE);
    }

    @Test
    void beatsOfOlderOrUnknownProcessesDoNotCount() {
        assertCode(ProblemCode.HIVE_NOT_FOUND, () -> hives.beat(heart("here", 5L, 1L, null)));
        hives.register(register("here", 5L));
        hives.beat(heart("here", 5L, 7L, null));
        pass(60);
        hives.beat(heart("here", 5L, 7L, null));
        assertState("here", HiveState.SUSPECT);
        assertCode(ProblemCode.EPOCH_OUTDATED, () -> hives.beat(heart("here", 4L, 8L, null)));
        assertCode(ProblemCode.HIVE_NOT_FOUND, () -> hives.beat(heart("here", 6L, 1L, null)));
        assertCode(ProblemCode.EPOCH_OUTDATED, () -> hives.register(register("here", 4L)));
        hives.register(register("here", 6L));
        hives.beat(heart("here", 6L, 1L, null));
        assertState("here", HiveState.ONLINE);
    }

    @Test
    void plainBeatMakesAHiveKnown() {
        hives.beat(new HiveHeart("gpu", "10.0.0.7", 7836, null, null, null, null, 12L, 0.5, 2, null, null));
        HiveInfo hive = hives.get("gpu");
        assertEquals(HiveMode.NETWORK, hive.mode());
        assertEquals(7836, hive.port());
        assertEquals(2, hive.workers());
        assertEquals(12L, hive.ramFreeBytes());
    }

    @Test
    void drainingStaysUntilItIsEnded() {
        hives.register(register("here", 5L));
        hives.state("here", HiveState.DRAINING, "asked by admin");
        hives.beat(heart("here", 5L, 1L, null));
        assertState("here", HiveState.DRAINING);
        hives.register(register("here", 6L));
        assertState("here", HiveState.DRAINING);
        assertTrue(hives.resume("here"));
        assertFalse(hives.resume("here"));
        assertState("here", HiveState.ONLINE);
    }

    @Test
    void goodbyeIsSeenAtOnce() {
        hives.register(register("here", 5L));
        hives.beat(heart("here", 5L, 1L, HiveState.STOPPED));
        assertState("here", HiveState.STOPPED);
        pass(1000);
        assertState("here", HiveState.STOPPED);
    }

    @Test
    void rememberedHiveIsWaitedFor() {
        hives.remember("old", "10.0.0.7", 7835, HiveMode.NETWORK, null);
        assertState("old", HiveState.UNKNOWN);
        assertCode(ProblemCode.HIVE_NOT_FOUND, () -> hives.beat(heart("old", 5L, 9L, null)));
        pass(60);
        assertState("old", HiveState.UNKNOWN);
        pass(31);
        assertState("old", HiveState.OFFLINE);
        hives.register(register("old", 5L));
        assertState("old", HiveState.ONLINE);
        assertTrue(hives.remove("old", "removed"));
        assertEquals(List.of(), hives.list());
    }

    @Test
    void pauseOfTheQueenItselfIsNobodysFault() {
        hives.register(register("here", 5L));
        nanos.addAndGet(Duration.ofHours(8).toNanos());
        hives.tick();
        assertState("here", HiveState.ONLINE);
        pass(91);
        assertState("here", HiveState.OFFLINE);
    }

    @Test
    void wrongFieldsAreNamed() {
        assertCode(ProblemCode.MISSING_FIELD, () -> hives.register(register(null, 1L)));
        assertCode(ProblemCode.INVALID_FIELD, () -> hives.register(register("a b", 1L)));
        assertCode(ProblemCode.INVALID_FIELD, () -> hives.register(register("../a", 1L)));
        assertCode(
                ProblemCode.INVALID_FIELD,
                () -> hives.register(new RegisterHive("a", "x;rm -rf", 1, null, null, null, null, null)));
        assertCode(
                ProblemCode.INVALID_FIELD,
                () -> hives.register(new RegisterHive("a", "x", 70_000, null, null, null, null, null)));
        assertCode(ProblemCode.HIVE_NOT_FOUND, () -> hives.get("nobody"));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            hives.tick();
        }
    }

    private void assertState(String id, HiveState state) {
        assertEquals(state, hives.get(id).status());
    }

    private static void assertCode(ProblemCode code, Executable work) {
        assertEquals(code, assertThrows(ProblemException.class, work).problem().code());
    }

    private static RegisterHive register(@Nullable String id, long epoch) {
        return new RegisterHive(id, "127.0.0.1", 7835, null, "0.1.0", 42L, epoch, null);
    }

    private static HiveHeart heart(String id, long epoch, long seq, @Nullable HiveState state) {
        return new HiveHeart(id, null, null, state, null, null, null, null, null, null, epoch, seq);
    }
}
