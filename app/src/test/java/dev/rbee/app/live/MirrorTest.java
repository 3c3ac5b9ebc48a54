package dev.rbee.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorTest {
    private final Mirror mirror = new Mirror(new Link.Starting("…"));

    private static WorkerInfo worker(String id, WorkerState state) {
        return Fixtures.worker(id, "demo", state, 1, 1, "http://127.0.0.1:1");
    }

    private static FleetSnapshot snapshot(WorkerInfo... workers) {
        return new FleetSnapshot(
                1,
                "q",
                List.of(Fixtures.hive("here", HiveState.ONLINE, 1)),
                List.of(workers),
                List.of(),
                new FleetStats(0, 0, 0, 0, List.of()),
                List.of());
    }

    @Test
    void eventsChangeOneThingAtATime() {
        mirror.reset(snapshot(worker("a", WorkerState.IDLE), worker("b", WorkerState.IDLE)));
        mirror.apply(new FleetEvent(2, "worker", worker("a", WorkerState.BUSY), null, null, null, null, null, null));
        mirror.apply(new FleetEvent(3, "worker_gone", null, null, null, null, null, "b", "stopped"));
        mirror.apply(new FleetEvent(4, "of a later version", null, null, null, null, null, "a", null));
        FleetView view = mirror.view();
        assertEquals(List.of("a"), List.copyOf(view.workers().keySet()));
        assertEquals(WorkerState.BUSY, view.workers().values().iterator().next().state());
        assertEquals(1, view.hives().size());
    }

    @Test
    void aViewDoesNotChangeUnderItsReader() {
        mirror.reset(snapshot(worker("a", WorkerState.IDLE)));
        FleetView before = mirror.view();
        mirror.reset(snapshot());
        assertEquals(1, before.workers().size());
        assertEquals(0, mirror.view().workers().size());
    }

    @Test
    void whatOnlyTheQueenKnewStaysWhileTheRegistryStandsIn() {
        mirror.reset(snapshot(worker("a", WorkerState.BUSY), worker("b", WorkerState.IDLE)));
        HiveInfo known = mirror.view().hives().values().iterator().next();
        HiveInfo bare = new HiveInfo(
                "here",
                "here",
                "127.0.0.1",
                9,
                "http://127.0.0.1:9",
                HiveMode.LOCAL,
                HiveState.ONLINE,
                true,
                null,
                null,
                Instant.EPOCH,
                0,
                null,
                null,
                null,
                Instant.EPOCH,
                "from the registry");
        WorkerInfo listed = worker("a", WorkerState.IDLE);

        mirror.registry(List.of(bare), List.of(listed));
        mirror.registry(List.of(bare), List.of(listed));
        HiveInfo hive = mirror.view().hives().values().iterator().next();
        assertEquals(known.capabilities(), hive.capabilities());
        assertEquals(known.version(), hive.version());
        assertEquals("http://127.0.0.1:9", hive.url());
        assertEquals(Instant.EPOCH, hive.lastSeen());
        assertEquals(List.of("a"), List.copyOf(mirror.view().workers().keySet()));
        assertEquals(
                WorkerState.IDLE,
                mirror.view().workers().values().iterator().next().state());

        mirror.registry(List.of(), List.of());
        hive = mirror.view().hives().values().iterator().next();
        assertEquals(known.capabilities(), hive.capabilities());
        assertEquals(HiveState.UNKNOWN, hive.status());
        assertFalse(hive.online());
    }

    @Test
    void theRegistryStandsInUntilTheQueenIsBack() {
        mirror.registry(List.of(), List.of(worker("a", WorkerState.IDLE)));
        assertTrue(mirror.view().registry());
        mirror.link(new Link.Connected("http://127.0.0.1:1"));
        assertFalse(mirror.view().registry());
        assertTrue(mirror.view().connected());
    }
}
