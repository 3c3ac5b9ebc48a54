package dev.rbee.service.queen.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GpuRuleTest {
    private static final DeviceInfo CPU = new DeviceInfo("cpu", "Ryzen", "cpu", null, null, null, null);
    private static final DeviceInfo GPU = gpu("550.1");
    private static final DeviceInfo BARE = gpu(null);
    private static final Optional<String> WELL = Optional.empty();

    @Test
    void machinesWithoutAGpuAreWellUnlessOneIsExpected() {
        assertEquals(WELL, GpuRule.ailment(has(), null, List.of(worker("cpu", true))));
        assertEquals(WELL, GpuRule.ailment(has(), false, List.of()));
        assertEquals(
                Optional.of("expected a GPU, runs on the CPU: it finds no GPU; is its driver loaded?"),
                GpuRule.ailment(has(), true, List.of()));
    }

    @Test
    void gpuWithoutDriverIsNamed() {
        assertEquals(
                Optional.of("expected a GPU, runs on the CPU: no driver is loaded for RTX 4090"),
                GpuRule.ailment(has(BARE), null, List.of()));
        assertEquals(WELL, GpuRule.ailment(has(BARE), false, List.of()));
        assertEquals(WELL, GpuRule.ailment(has(BARE, GPU), true, List.of()));
    }

    @Test
    void workerBesideTheGpuIsNamed() {
        Capabilities has = has(GPU);
        assertEquals(WELL, GpuRule.ailment(has, true, List.of()));
        assertEquals(WELL, GpuRule.ailment(has, true, List.of(worker("cuda", true))));
        assertEquals(WELL, GpuRule.ailment(has, true, List.of(worker("cpu", false))));
        assertEquals(WELL, GpuRule.ailment(has, false, List.of(worker("cpu", true))));
        assertEquals(
                Optional.of("expected a GPU, runs on the CPU: worker w1 (qwen3:8b) does not use RTX 4090"),
                GpuRule.ailment(has, null, List.of(worker("cuda", true), worker("cpu", true))));
    }

    @Test
    void nothingIsSaidOfAMachineThatHasSaidNothing() {
        assertEquals(WELL, GpuRule.ailment(null, true, List.of()));
    }

    private static DeviceInfo gpu(@Nullable String driver) {
        return new DeviceInfo("GPU-0", "RTX 4090", "gpu", 24.0, 24L << 30, 20L << 30, driver);
    }

    @Test
    void engineThatKnowsNoGpuIsNoAilment() {
        Capabilities has = has("embedded", GPU);
        assertEquals(WELL, GpuRule.ailment(has, true, List.of(worker("cpu", true))));
    }

    static Capabilities has(DeviceInfo... gpus) {
        return has("llama-server", gpus);
    }

    private static Capabilities has(String engine, DeviceInfo... gpus) {
        return new Capabilities(
                Stream.concat(Stream.of(gpus), Stream.of(CPU)).toList(),
                "Linux",
                "amd64",
                new CpuInfo("Ryzen", 8, 16, List.of(), null),
                new MemoryInfo(1, 1),
                new MemoryInfo(1, 1),
                List.of(new EngineInfo(engine, "1", true, null)),
                List.of(),
                null,
                null);
    }

    private static WorkerInfo worker(String backend, boolean online) {
        return new WorkerInfo(
                "w1",
                "w1",
                "http://127.0.0.1:8080",
                "qwen3:8b",
                backend,
                null,
                WorkerState.IDLE,
                1,
                1,
                0,
                null,
                "gpu",
                1,
                null,
                Instant.EPOCH,
                online,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                false,
                true);
    }
}
