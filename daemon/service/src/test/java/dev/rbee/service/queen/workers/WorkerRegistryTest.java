package dev.rbee.service.queen.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.contract.workers.WorkerStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The operations of seeds 000, 001 and 002. */
class WorkerRegistryTest {
    private final Fleet fleet = new Fleet();
    private final WorkerRegistry registry = fleet.registry;

    @Test
    void registersAndListsAsTheSeedsDo() {
        fleet.register("worker-abc123", "hf:TheBloke/TinyLlama", "gpu-server-1", 2);
        fleet.register("worker-def456", "llama2-7b", "gpu-server-2", 1);

        WorkerInfo one = registry.lists().get("worker-abc123").orElseThrow();
        assertEquals("http://127.0.0.1:8081", one.url());
        assertEquals(WorkerState.IDLE, one.state());
        assertEquals(2, one.slotsAvailable());
        assertEquals(1, one.epoch());
        assertEquals(2, registry.lists().count());
        assertEquals(ids("worker-abc123"), ids(registry.lists().findByModel("hf:thebloke/tinyllama")));
        assertEquals(ids("worker-def456"), ids(registry.lists().findByNode("gpu-server-2")));
        assertEquals(ids("worker-abc123", "worker-def456"), ids(registry.lists().idle()));
        assertTrue(registry.updateState("worker-def456", WorkerState.BUSY));
        assertEquals(ids("worker-abc123"), ids(registry.lists().idle()));
        assertEquals(ids("worker-abc123"), ids(registry.lists().available()));
        assertEquals(2, registry.lists().onlineCount());
        assertFalse(registry.updateState("nobody", WorkerState.IDLE));
        assertTrue(registry.remove("worker-abc123", "test"));
        assertFalse(registry.remove("worker-abc123", "test"));
        registry.clear();
        assertEquals(0, registry.lists().count());
    }

    @Test
    void aSeedBeatMakesAWorkerKnown() {
        registry.beat(Fleet.seedHeart("worker-123", "meta-llama/Llama-2-7b", WorkerStatus.READY));

        WorkerInfo worker = registry.lists().bestFor("meta-llama/Llama-2-7b").orElseThrow();
        assertEquals("worker-123", worker.id());
        assertEquals("http://127.0.0.1:9301", worker.url());
        assertEquals(0, worker.epoch());
        registry.beat(Fleet.seedHeart("worker-123", "meta-llama/Llama-2-7b", WorkerStatus.BUSY));
        assertTrue(registry.lists().available().isEmpty());
        assertTrue(registry.lists().bestFor("meta-llama/Llama-2-7b").isEmpty());
    }

    @Test
    void silenceOf90SecondsIsOfflineAndOf300Gone() {
        long epoch = fleet.register("w", "demo", "local", 1);
        fleet.pass(Duration.ofSeconds(90));
        assertTrue(registry.lists().isOnline("w"));
        assertEquals(0, registry.cleanupStale());

        fleet.pass(Duration.ofMillis(500));
        assertFalse(registry.lists().isOnline("w"));
        assertEquals(
                WorkerState.OFFLINE, registry.lists().get("w").orElseThrow().state());
        assertEquals(1, registry.cleanupStale());
        assertEquals(0, registry.cleanupStale());

        registry.beat(Fleet.heart("w", epoch, 1, WorkerStatus.READY, 0));
        assertTrue(registry.lists().isOnline("w"));

        fleet.pass(Duration.ofSeconds(301));
        assertEquals(1, registry.cleanupStale());
        assertTrue(registry.lists().get("w").isEmpty());
        WorkerChange last = fleet.changes.getLast();
        assertEquals(WorkerChange.Kind.GONE, last.kind());
        assertEquals("silent for more than 300 s", last.reason());
        refuses(ProblemCode.WORKER_UNKNOWN, () -> registry.beat(Fleet.heart("w", epoch, 2, WorkerStatus.READY, 0)));
    }

    @Test
    void aPauseOfTheQueenGivesEverybodyAFullTerm() {
        fleet.register("w", "demo", "local", 1);
        registry.tick();
        fleet.pass(Duration.ofHours(8));
        assertEquals(0, registry.tick());
        assertTrue(registry.lists().isOnline("w"));
        for (int second = 0; second < 89; second++) {
            fleet.pass(Duration.ofSeconds(1));
            assertEquals(0, registry.tick());
        }
        fleet.pass(Duration.ofSeconds(2));
        assertEquals(1, registry.tick());
    }

    @Test
    void theEpochDecidesWhoseNewsCount() {
        long first = fleet.register("w", "demo", "local", 1);
        registry.beat(Fleet.heart("w", first, 5, WorkerStatus.READY, 0));
        registry.beat(Fleet.heart("w", first, 4, WorkerStatus.STARTING, 0));
        assertEquals(WorkerState.IDLE, registry.lists().get("w").orElseThrow().state());

        long second = fleet.register("w", "demo", "local", 1);
        assertEquals(first + 1, second);
        refuses(ProblemCode.EPOCH_OUTDATED, () -> registry.beat(Fleet.heart("w", first, 6, WorkerStatus.READY, 0)));
        refuses(ProblemCode.EPOCH_OUTDATED, () -> registry.register(Fleet.body("w", "demo", "local", 1, first)));
        refuses(ProblemCode.WORKER_UNKNOWN, () -> registry.beat(Fleet.heart("w", 9, 1, WorkerStatus.READY, 0)));
        registry.beat(Fleet.heart("w", second, 1, WorkerStatus.BUSY, 1));
        assertEquals(WorkerState.BUSY, registry.lists().get("w").orElseThrow().state());
    }

    @Test
    void theDeadStayDeadUntilANewProcessRegisters() {
        long epoch = fleet.register("w", "demo", "local", 1);
        registry.remove("w", "process ended");
        refuses(ProblemCode.WORKER_GONE, () -> registry.beat(Fleet.heart("w", epoch, 9, WorkerStatus.READY, 0)));
        refuses(ProblemCode.WORKER_GONE, () -> registry.beat(Fleet.seedHeart("w", "demo", WorkerStatus.READY)));
        refuses(ProblemCode.WORKER_GONE, () -> registry.register(Fleet.body("w", "demo", "local", 1, epoch)));
        assertEquals(epoch + 1, fleet.register("w", "demo", "local", 1));
    }

    @Test
    void aQueenThatForgotGivesTheNextEpoch() {
        refuses(ProblemCode.WORKER_UNKNOWN, () -> registry.beat(Fleet.heart("w", 7, 9, WorkerStatus.READY, 0)));
        assertEquals(
                8, registry.register(Fleet.body("w", "demo", "local", 1, 7L)).epoch());
    }

    @Test
    void drainingEndsOnlyWithARegistration() {
        long epoch = fleet.register("w", "demo", "local", 1);
        assertTrue(registry.drain("w"));
        registry.beat(Fleet.heart("w", epoch, 1, WorkerStatus.READY, 0));
        assertEquals(
                WorkerState.DRAINING, registry.lists().get("w").orElseThrow().state());
        fleet.register("w", "demo", "local", 1);
        assertEquals(WorkerState.IDLE, registry.lists().get("w").orElseThrow().state());
    }

    @Test
    void goodbyeRemovesAtOnce() {
        long epoch = fleet.register("w", "demo", "local", 1);
        registry.beat(Fleet.heart("w", epoch, 1, WorkerStatus.STOPPED, 0));
        assertEquals(0, registry.lists().count());
    }

    @Test
    void boundsAndNamesAreChecked() {
        refuses(ProblemCode.MISSING_FIELD, () -> fleet.register("", "demo", "local", 1));
        refuses(ProblemCode.INVALID_FIELD, () -> fleet.register("../x", "demo", "local", 1));
        refuses(ProblemCode.INVALID_FIELD, () -> fleet.register("w", "demo", "local", 0));
        refuses(ProblemCode.MISSING_FIELD, () -> fleet.register("w", " ", "local", 1));
        refuses(ProblemCode.INVALID_FIELD, () -> registry.updateState("w", WorkerState.OFFLINE));
        Fleet small = new Fleet(
                new WorkerLimits(3, 2, Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofSeconds(300)));
        small.register("a", "demo", "h1", 1);
        small.register("b", "demo", "h1", 1);
        refuses(ProblemCode.RATE_LIMITED, () -> small.register("c", "demo", "h1", 1));
        small.register("c", "demo", "h2", 1);
        refuses(ProblemCode.RATE_LIMITED, () -> small.register("d", "demo", "h3", 1));
        small.register("a", "demo", "h1", 1);
    }

    @Test
    void theNextBeatIsDueIn30SecondsGiveOrTake15Percent() {
        for (int i = 0; i < 200; i++) {
            long next = registry.beat(Fleet.seedHeart("w", "demo", WorkerStatus.READY))
                    .nextMs();
            assertTrue(next >= 25_500 && next <= 34_500, "next_ms=" + next);
        }
    }

    private static List<String> ids(String... ids) {
        return List.of(ids);
    }

    private static List<String> ids(List<WorkerInfo> workers) {
        return workers.stream().map(WorkerInfo::id).toList();
    }

    private static void refuses(ProblemCode code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).problem().code());
    }
}
