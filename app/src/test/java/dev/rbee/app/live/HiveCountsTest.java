package dev.rbee.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.app.small.Fixtures;
import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Changes applied one by one come out as the whole does. */
class HiveCountsTest {
    private final Mirror mirror = new Mirror(new Link.Starting("…"));
    private final HiveCounts counts = new HiveCounts();
    private final Rows<HiveInfo> rows = new Rows<>();
    private final Rows<WorkerInfo> workers = new Rows<>();

    private void look() {
        FleetNews news = mirror.take();
        rows.apply(counts.of(news));
        workers.apply(news.workers());
    }

    private static WorkerInfo worker(int i) {
        return Fixtures.worker("w" + i, "demo", WorkerState.IDLE, 1, 1, "http://127.0.0.1:1");
    }

    private void event(WorkerInfo worker) {
        mirror.apply(new FleetEvent(2, "worker", worker, null, null, null, null, null, null));
    }

    private void gone(String id) {
        mirror.apply(new FleetEvent(2, "worker_gone", null, null, null, null, null, id, "stopped"));
    }

    private int shown(String hive) {
        Row<HiveInfo> row = rows.get(hive);
        return row == null ? -1 : row.now().workers();
    }

    @Test
    void aHiveShowsTheWorkersThatAreListed() {
        mirror.reset(new FleetSnapshot(
                1,
                "q",
                List.of(Fixtures.hive("this-machine", HiveState.ONLINE, 9), Fixtures.hive("mac", HiveState.ONLINE, 4)),
                List.of(worker(1), worker(2)),
                List.of(),
                new FleetStats(0, 0, 0, 0, List.of()),
                List.of()));
        look();
        assertEquals(
                Map.of("this-machine", 2, "mac", 0),
                Map.of("this-machine", shown("this-machine"), "mac", shown("mac")));
        event(worker(3));
        event(worker(3));
        gone("w1");
        gone("w1");
        look();
        assertEquals(2, shown("this-machine"));
        gone("w2");
        gone("w3");
        look();
        assertEquals(0, shown("this-machine"));
    }

    @Test
    void manyRandomChangesEndAsTheWhole() {
        Random random = new Random(5);
        mirror.reset(new FleetSnapshot(
                1,
                "q",
                List.of(Fixtures.hive("this-machine", HiveState.ONLINE, 0)),
                List.of(),
                List.of(),
                new FleetStats(0, 0, 0, 0, List.of()),
                List.of()));
        for (int i = 0; i < 2_000; i++) {
            int which = random.nextInt(50);
            if (random.nextBoolean()) {
                event(worker(which));
            } else {
                gone("w" + which);
            }
            if (random.nextInt(7) == 0) {
                look();
            }
            if (random.nextInt(300) == 0) {
                mirror.registry(List.of(Fixtures.hive("this-machine", HiveState.ONLINE, 3)), List.of(worker(which)));
            }
        }
        look();
        Map<String, WorkerInfo> all = new TreeMap<>(mirror.view().workers());
        Map<String, WorkerInfo> shown = new TreeMap<>();
        workers.list().forEach(row -> shown.put(row.key(), row.now()));
        assertEquals(all, shown);
        assertEquals(all.size(), shown("this-machine"));
    }
}
