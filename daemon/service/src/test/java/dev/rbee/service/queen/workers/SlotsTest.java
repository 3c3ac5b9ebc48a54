package dev.rbee.service.queen.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.contract.workers.WorkerState;
import dev.rbee.contract.workers.WorkerStatus;
import dev.rbee.service.queen.routing.Reason;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.routing.Router;
import dev.rbee.service.queen.routing.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reservations: never overbooked, never lost. */
class SlotsTest {
    private final Fleet fleet = new Fleet();
    private final Slots slots = fleet.registry.slots();
    private final Random random = new Random(3);

    private Grant grant(RouteRequest request) {
        return slots.grant((snapshot, now) -> Router.decide(snapshot, request, now, random));
    }

    private WorkerState state(String id) {
        return fleet.registry.lists().get(id).orElseThrow().state();
    }

    @Test
    void takesEverySlotOnceAndTellsWhoWaits() {
        List<String> told = new ArrayList<>();
        fleet.registry.onCapacity(told::add);
        fleet.register("w", "Demo.gguf", "local", 2);
        Lease first = grant(RouteRequest.of("demo")).lease();
        Lease second = grant(RouteRequest.of("demo")).lease();
        assertNotNull(first);
        assertNotNull(second);
        assertEquals(WorkerState.BUSY, state("w"));
        assertEquals(Verdict.WAIT, grant(RouteRequest.of("demo")).plan().verdict());
        told.clear();
        first.close();
        first.close();
        assertEquals(List.of("demo"), told);
        assertEquals(1, fleet.registry.lists().get("w").orElseThrow().slotsAvailable());
        second.close();
        assertEquals(WorkerState.IDLE, state("w"));
    }

    @Test
    void aBeatSentWhileARequestEndedTakesNoSlot() {
        long epoch = fleet.register("w", "demo", "local", 1);
        Lease lease = grant(RouteRequest.of("demo")).lease();
        assertNotNull(lease);
        lease.close();
        fleet.pass(Duration.ofMillis(100));
        fleet.registry.beat(Fleet.heart("w", epoch, 1, WorkerStatus.BUSY, 1));
        assertEquals(WorkerState.IDLE, state("w"));
    }

    @Test
    void othersUseCountsAndIsOnlyOverriddenInDespair() {
        long epoch = fleet.register("w", "demo", "local", 1);
        fleet.registry.beat(Fleet.heart("w", epoch, 1, WorkerStatus.BUSY, 1));
        assertEquals(Verdict.WAIT, grant(RouteRequest.of("demo")).plan().verdict());
        assertEquals(
                Reason.LAST_RESORT,
                grant(RouteRequest.of("demo").desperately()).plan().reason());
    }

    @Test
    void aSuspectIsUsedLastAndForgivenWhenItAnswers() {
        fleet.register("a", "demo", "local", 1);
        slots.suspect("a", "refused the connection");
        assertEquals(WorkerState.SUSPECT, state("a"));
        fleet.register("b", "demo", "local", 1);
        Lease better = grant(RouteRequest.of("demo")).lease();
        assertNotNull(better);
        assertEquals("b", better.workerId());
        assertEquals(Verdict.WAIT, grant(RouteRequest.of("demo")).plan().verdict());
        fleet.registry.remove("b", "test");
        Lease last = grant(RouteRequest.of("demo")).lease();
        assertNotNull(last);
        assertEquals("a", last.workerId());
        last.answered(100, 2_000_000_000L);
        last.close();
        assertEquals(WorkerState.IDLE, state("a"));
        assertEquals(50.0, fleet.registry.lists().get("a").orElseThrow().tokensPerSecond());
    }

    @Test
    void aWorkerThatSaysItIsFullIsLeftAloneUntilItBeats() {
        long epoch = fleet.register("w", "demo", "local", 2);
        Lease refused = grant(RouteRequest.of("demo")).lease();
        assertNotNull(refused);
        slots.full("w");
        refused.close();
        assertNull(grant(RouteRequest.of("demo")).lease());
        fleet.pass(Duration.ofSeconds(3));
        fleet.registry.beat(Fleet.heart("w", epoch, 1, WorkerStatus.READY, 0));
        assertNotNull(grant(RouteRequest.of("demo")).lease());
    }

    @Test
    void leasesOfADeadProcessDoNotBlockTheNext() {
        fleet.register("w", "demo", "local", 1);
        Lease old = grant(RouteRequest.of("demo")).lease();
        assertNotNull(old);
        fleet.register("w", "demo", "local", 1);
        Lease fresh = grant(RouteRequest.of("demo")).lease();
        assertNotNull(fresh);
        old.close();
        assertNull(grant(RouteRequest.of("demo")).lease());
        fresh.close();
        assertNotNull(grant(RouteRequest.of("demo")).lease());
    }
}
