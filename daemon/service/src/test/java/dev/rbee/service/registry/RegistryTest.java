package dev.rbee.service.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(40).toNanos(); // the clock may overflow
    private Instant wall = Instant.parse("2026-01-01T00:00:00Z");
    private final List<String> events = new ArrayList<>();
    private final Registry registry = new Registry(() -> wall, () -> nanos, new RegistryListener() {
        @Override
        public void registered(ComponentType type, ComponentEntry entry) {
            events.add("+" + entry.componentId());
        }

        @Override
        public void gone(ComponentType type, ComponentEntry entry, String reason) {
            events.add("-" + entry.componentId() + " " + reason);
        }
    });

    private static RegisterRequest request(ComponentType type, String id, int port) {
        return new RegisterRequest(type, id, "localhost", port, Map.of("worker_type", "llm", "model", "demo"));
    }

    private static ComponentRef worker(String id) {
        return new ComponentRef(ComponentType.WORKER, id);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
    }

    @Test
    void onlineForThirtySecondsAndGoneAfterTenMissedBeats() {
        registry.register(request(ComponentType.WORKER, "w1", 8080));
        pass(Duration.ofSeconds(30));
        assertTrue(registry.list(ComponentType.WORKER).getFirst().online());
        pass(Duration.ofMillis(1));
        assertFalse(registry.list(ComponentType.WORKER).getFirst().online());
        pass(Duration.ofSeconds(119));
        assertEquals(0, registry.sweep());
        pass(Duration.ofSeconds(1));
        assertEquals(1, registry.sweep());
        assertEquals(List.of(), registry.list(ComponentType.WORKER));
        assertEquals(List.of("+w1", "-w1 silent"), events);
    }

    @Test
    void beatsKeepItAndUnknownOnesMustRegister() {
        registry.register(request(ComponentType.WORKER, "w1", 8080));
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(15));
            registry.heartbeat(worker("w1"));
            assertEquals(0, registry.sweep());
        }
        ComponentEntry entry = registry.list(ComponentType.WORKER).getFirst();
        assertTrue(entry.online());
        assertEquals(wall, entry.lastSeen());
        assertEquals("llm", entry.workerType());
        ProblemException unknown = assertThrows(ProblemException.class, () -> registry.heartbeat(worker("w2")));
        assertEquals(ProblemCode.COMPONENT_UNKNOWN, unknown.problem().code());
        registry.unregister(worker("w1"));
        assertEquals("-w1 unregistered", events.getLast());
        assertThrows(ProblemException.class, () -> registry.unregister(worker("w1")));
    }

    @Test
    void theWallClockDoesNotMatter() {
        registry.register(request(ComponentType.HIVE, "h1", 7835));
        wall = wall.plusSeconds(100_000);
        assertTrue(registry.list(ComponentType.HIVE).getFirst().online());
        assertEquals(0, registry.sweep());
    }

    @Test
    void registeringAgainUpdates() {
        registry.register(request(ComponentType.HIVE, "h1", 7835));
        Instant first = wall;
        pass(Duration.ofSeconds(5));
        registry.register(request(ComponentType.HIVE, "h1", 7835));
        assertEquals(first, registry.list(ComponentType.HIVE).getFirst().registeredAt());
        registry.register(request(ComponentType.HIVE, "h1", 7836));
        ComponentEntry entry = registry.list(ComponentType.HIVE).getFirst();
        assertEquals(7836, entry.port());
        assertEquals(wall, entry.registeredAt());
        assertEquals(1, registry.size());
    }

    @Test
    void theQueenIsTheOneThatIsOnlineAndCameLast() {
        assertTrue(registry.queen().isEmpty());
        registry.register(request(ComponentType.QUEEN, "q1", 7833));
        pass(Duration.ofSeconds(1));
        registry.register(request(ComponentType.QUEEN, "q2", 7843));
        assertEquals("q2", registry.queen().orElseThrow().componentId());
        pass(Duration.ofSeconds(31));
        registry.heartbeat(new ComponentRef(ComponentType.QUEEN, "q1"));
        assertEquals("q1", registry.queen().orElseThrow().componentId());
        assertEquals("q1", String.valueOf(registry.all().queen()).contains("q1") ? "q1" : "");
    }

    @Test
    void fullIsRefusedButUpdatesAreNot() {
        for (int i = 0; i < Registry.MOST; i++) {
            registry.register(request(ComponentType.WORKER, "w" + i, 8080));
        }
        ProblemException full = assertThrows(
                ProblemException.class, () -> registry.register(request(ComponentType.WORKER, "more", 8080)));
        assertEquals(ProblemCode.RATE_LIMITED, full.problem().code());
        registry.register(request(ComponentType.WORKER, "w1", 8081));
    }

    @Test
    void timeAsleepIsNotSilence() {
        long[] raw = {0};
        AwakeNanos awake = new AwakeNanos(() -> raw[0]);
        raw[0] += Duration.ofSeconds(4).toNanos();
        assertEquals(Duration.ofSeconds(4).toNanos(), awake.getAsLong());
        raw[0] += Duration.ofHours(8).toNanos();
        assertEquals(Duration.ofSeconds(5).toNanos(), awake.getAsLong());
    }
}
