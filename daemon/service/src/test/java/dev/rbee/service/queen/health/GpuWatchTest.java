package dev.rbee.service.queen.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.service.home.Home;
import dev.rbee.service.queen.events.EventHub;
import dev.rbee.service.queen.hives.HiveKeeping;
import dev.rbee.service.queen.hives.HiveLimits;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.store.Database;
import dev.rbee.service.queen.store.Nodes;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuWatchTest {
    private static final DeviceInfo GPU = new DeviceInfo("GPU-0", "RTX 4090", "gpu", 24.0, 1L, 1L, "550.1");

    @TempDir
    Path dir;

    private final EventHub hub = new EventHub("q1", 4096, 5);
    private final WorkerRegistry workers =
            new WorkerRegistry(() -> Instant.EPOCH, () -> 0, new Random(1), WorkerLimits.DEFAULT, _ -> {});
    private Database database;
    private Nodes nodes;
    private HiveRegistry hives;
    private HiveKeeping keeping;
    private GpuWatch watch;

    @BeforeEach
    void open() {
        database = Database.open(Home.at(dir).create(), () -> Instant.EPOCH, System::nanoTime);
        nodes = new Nodes(database);
        fresh();
    }

    /** As after a restart of the queen. */
    private void fresh() {
        hives = new HiveRegistry(() -> Instant.EPOCH, () -> 0, new Random(1), HiveLimits.DEFAULT, hub);
        keeping = new HiveKeeping(hives, nodes, () -> 0);
        keeping.load();
        watch = new GpuWatch(hives, workers.lists(), nodes);
    }

    @AfterEach
    void close() {
        database.close();
        hub.close();
    }

    @Test
    void gpuThatWasThereOnceIsExpectedAlsoAfterARestart() {
        register(GpuRuleTest.has(GPU));
        watch.tick();
        assertEquals(true, expected());
        fresh();
        register(GpuRuleTest.has());
        watch.tick();
        assertEquals(HiveState.DEGRADED, hives.get("gpu").status());
        keeping.tick();
        assertEquals("degraded", nodes.get("gpu").orElseThrow().status());
        assertEquals(
                "expected a GPU, runs on the CPU: it finds no GPU; is its driver loaded?",
                nodes.get("gpu").orElseThrow().message());
        register(GpuRuleTest.has(GPU));
        watch.tick();
        assertEquals(HiveState.ONLINE, hives.get("gpu").status());
        keeping.tick();
        assertNull(nodes.get("gpu").orElseThrow().message());
    }

    @Test
    void whatSomebodySaidIsNotLearntAway() {
        register(GpuRuleTest.has());
        watch.expect("gpu", false);
        register(GpuRuleTest.has(GPU));
        watch.tick();
        assertEquals(false, expected());
        register(GpuRuleTest.has());
        watch.tick();
        assertEquals(HiveState.ONLINE, hives.get("gpu").status());
        watch.expect("gpu", null);
        assertNull(expected());
    }

    @Test
    void whatAnotherPartWroteIsReadWithinHalfAMinute() {
        register(GpuRuleTest.has());
        watch.tick();
        nodes.expectGpu("gpu", true);
        for (int i = 0; i < 30; i++) {
            watch.tick();
        }
        assertEquals(HiveState.DEGRADED, hives.get("gpu").status());
    }

    @Test
    void workerOnTheCpuOfAMachineWithAGpuIsSaid() {
        register(GpuRuleTest.has(GPU));
        workers.register(new RegisterWorker(
                "w1",
                "http://127.0.0.1:8081",
                "demo",
                "cpu",
                null,
                "gpu",
                1,
                null,
                null,
                null,
                42L,
                null,
                null,
                null,
                null,
                null,
                null));
        watch.tick();
        assertEquals(HiveState.DEGRADED, hives.get("gpu").status());
        assertEquals(
                "expected a GPU, runs on the CPU: worker w1 (demo) does not use RTX 4090",
                hives.get("gpu").message());
        workers.remove("w1", "stopped");
        watch.tick();
        assertEquals(HiveState.ONLINE, hives.get("gpu").status());
    }

    private void register(Capabilities has) {
        hives.register(new RegisterHive("gpu", "10.0.0.7", 7999, null, "0.1.0", 42L, null, has));
        keeping.save("gpu");
    }

    private @Nullable Boolean expected() {
        return nodes.get("gpu").orElseThrow().expectGpu();
    }
}
