package dev.rbee.service.queen.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventHubTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final EventHub hub = new EventHub("q1", 8, 20);

    @BeforeEach
    void view() {
        hub.view(new FleetView() {
            @Override
            public List<HiveInfo> hives() {
                return List.of();
            }

            @Override
            public List<WorkerInfo> workers() {
                return List.of();
            }

            @Override
            public List<JobInfo> jobs() {
                return List.of();
            }

            @Override
            public FleetStats stats() {
                return new FleetStats(0, 0, 0, 0, List.of());
            }
        });
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void burstBecomesOneEventAndTheLastStateWins() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            hub.hiveGone("h1", "reason " + i);
        }
        hub.hiveGone("h2", "x");
        Batch batch = hub.after(0, 10_000);
        assertFalse(batch.cut());
        assertEquals(List.of("h1", "h2"), ids(batch));
        assertEquals("reason 99", batch.events().getFirst().event().reason());
        assertEquals(2, batch.next());
        assertTrue(batch.events().getFirst().json().startsWith("{\"revision\":1,\"type\":\"hive_gone\""));
        assertEquals(2, hub.after(2, 0).next());
    }

    @Test
    void readerThatComesBackGoesOnWhereItWas() throws InterruptedException {
        hub.hiveGone("h1", "x");
        FleetSnapshot snapshot = hub.snapshot();
        assertEquals(1, snapshot.revision());
        assertEquals("q1", snapshot.instance());
        hub.hiveGone("h2", "x");
        assertTrue(hub.keeps(1));
        assertEquals(List.of("h2"), ids(hub.after(1, 10_000)));
        assertFalse(hub.keeps(99));
    }

    @Test
    void readerThatFellTooFarBehindIsCut() throws InterruptedException {
        for (int i = 0; i < 9; i++) {
            hub.hiveGone("h" + i, "x");
        }
        assertEquals(9, hub.snapshot().revision());
        assertFalse(hub.keeps(0));
        assertTrue(hub.after(0, 0).cut());
        assertTrue(hub.keeps(1));
        assertEquals(8, hub.after(1, 0).events().size());
    }

    @Test
    void problemIsToldOnceAndInTheSnapshotUntilItIsGone() {
        FleetProblem problem = new FleetProblem("db", "The database was damaged.", null, NOW, null);
        hub.problem(problem);
        hub.problem(problem);
        assertEquals(List.of(problem), hub.snapshot().problems());
        assertEquals(1, hub.revision());
        hub.problemGone("db");
        hub.problemGone("db");
        assertEquals(List.of(), hub.snapshot().problems());
        assertEquals(2, hub.revision());
    }

    @Test
    void closeEndsThoseWhoWait() throws InterruptedException {
        Thread closer = Thread.ofVirtual().start(hub::close);
        assertTrue(hub.after(0, 60_000).cut());
        closer.join();
    }

    private static List<String> ids(Batch batch) {
        return batch.events().stream()
                .map(each -> String.valueOf(each.event().id()))
                .toList();
    }
}
