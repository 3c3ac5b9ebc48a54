package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Shelf;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.QueueInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static FleetView view(Map<String, WorkerInfo> workers, Map<String, JobInfo> jobs) {
        HiveInfo hive = Fixtures.hive("this-machine", HiveState.ONLINE, 0);
        return new FleetView(
                new Link.Connected("http://queen"), Map.of("h", hive), workers, jobs, null, List.of(), false);
    }

    private static WorkerInfo worker(WorkerState state) {
        return Fixtures.worker("w", "demo", state, state == WorkerState.IDLE ? 1 : 0, 1, "http://w");
    }

    private static Waits.Wait of(Choice choice, FleetView view) {
        return Waits.of(choice, view, Waits.FIRST_WORDS);
    }

    /** Whoever comes last stands at the end, and never goes back when others come behind. */
    @Test
    void thePlaceInTheQueueOnlyComesForward() {
        Map<String, WorkerInfo> busy = Map.of("w", worker(WorkerState.BUSY));
        Choice demo = new Choice.Model("demo");
        Waits.Wait first = Waits.of(demo, queued(busy, 4, 20.0), Waits.FIRST_WORDS);
        assertEquals("Place 4 in the queue · about 20 s", first.words());
        Waits.Wait more = Waits.of(demo, queued(busy, 8, 40.0), first);
        assertEquals("Place 4 in the queue · about 20 s", more.words());
        Waits.Wait nearer = Waits.of(demo, queued(busy, 2, null), more);
        assertEquals("Place 2 in the queue", nearer.words());
        assertEquals(Waits.FIRST_WORDS, Waits.of(demo, view(busy, Map.of()), nearer));
        assertEquals(Waits.FIRST_WORDS, Waits.of(new Choice.Model("other"), queued(busy, 2, null), Waits.FIRST_WORDS));
    }

    private static FleetView queued(Map<String, WorkerInfo> workers, int waiting, @Nullable Double expected) {
        FleetStats stats = new FleetStats(1, waiting, 0, 0, List.of(new QueueInfo("demo", waiting, expected)));
        return new FleetView(new Link.Connected("http://queen"), Map.of(), workers, Map.of(), stats, List.of(), false);
    }

    @Test
    void aModelThatIsFetchedOrLoadedIsSaid() {
        Choice demo = new Choice.Model("demo");
        JobInfo pull = Shelf.pull("p", "Fetch demo to gpu-1", JobState.RUNNING, Shelf.half("downloading"), null);
        Waits.Wait fetched = of(demo, view(Map.of(), Map.of("p", pull)));
        assertEquals("Fetch demo to gpu-1  ·  2.5 of 5 GB  ·  39.8 MB/s  ·  1 min left", fetched.words());
        assertEquals(0.5, fetched.share());

        Waits.Wait loaded = of(demo, view(Map.of("w", worker(WorkerState.LOADING)), Map.of()));
        assertEquals("Loading demo on this-machine…", loaded.words());
        assertNull(loaded.share());
        assertEquals(loaded, of(new Choice.Auto(), view(Map.of("w", worker(WorkerState.LOADING)), Map.of())));

        Map<String, WorkerInfo> ready = Map.of("w", worker(WorkerState.IDLE));
        assertEquals(Waits.FIRST_WORDS, of(demo, view(ready, Map.of("p", pull))));
        assertEquals(Waits.FIRST_WORDS, of(demo, view(Map.of(), Map.of())));
    }

    @Test
    void modelsOnADiskThatNoWorkerHasCanBeStarted() {
        assertEquals(List.of("demo"), Waits.startable(view(Map.of(), Map.of())));
        assertEquals(List.of(), Waits.startable(view(Map.of("w", worker(WorkerState.LOADING)), Map.of())));
    }
}
