package dev.rbee.app.small;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import java.util.List;

/** Hives, workers and models to show. */
public final class Fixtures {
    private static final long GB = 1_000_000_000L;

    private Fixtures() {}

    static boolean serves(WorkerState state) {
        return state == WorkerState.IDLE || state == WorkerState.BUSY;
    }

    /** A worker that chats. */
    public static WorkerInfo worker(String id, String model, WorkerState state, int free, int total, String url) {
        Instant now = Instant.now();
        return new WorkerInfo(
                id,
                id,
                url,
                model,
                "cpu",
                Device.of("cpu"),
                state,
                total,
                free,
                serves(state) ? total - free : 0,
                null,
                "this-machine",
                3,
                4711L,
                now,
                state != WorkerState.OFFLINE,
                state == WorkerState.LOADING ? null : 58.4,
                "0.1.0",
                "embedded",
                4096,
                1_340_000_000L,
                now.minusSeconds(754),
                false,
                true);
    }

    /** A hive that is online. */
    public static HiveInfo hive(String id, HiveState state, int workers) {
        return new HiveInfo(
                id,
                id,
                "127.0.0.1",
                7835,
                "http://127.0.0.1:7835",
                HiveMode.LOCAL,
                state,
                state == HiveState.ONLINE,
                "0.1.0",
                4242L,
                Instant.now(),
                workers,
                capabilities(id),
                9 * GB,
                0.3,
                Instant.now().minusSeconds(4000),
                state == HiveState.ERROR ? "The process ended with exit code 1." : null);
    }

    private static Capabilities capabilities(String hive) {
        return new Capabilities(
                List.of(
                        new DeviceInfo("GPU-0", "NVIDIA RTX A4000 Laptop", "gpu", 16.0, 16 * GB, 3 * GB, "570.12"),
                        new DeviceInfo("cpu", "AMD Ryzen 9 7950X 16-Core Processor", "cpu", null, null, null, null)),
                "Debian GNU/Linux 12",
                "x86_64",
                new CpuInfo("AMD Ryzen 9 7950X 16-Core Processor", 16, 32, List.of("avx2"), 0.3),
                new MemoryInfo(64 * GB, 20 * GB),
                new MemoryInfo(900 * GB, 40 * GB),
                SmallEngines.engines("b10400"),
                List.of(model("demo", hive)),
                hive,
                "0.1.0");
    }

    /** A model that is installed. */
    public static ModelEntry model(String id, String hive) {
        return new ModelEntry(
                id,
                id + ".gguf",
                "/models/" + id + ".gguf",
                5_175_360,
                null,
                "installed",
                "llama",
                "F16",
                1024,
                2_558_016L,
                false,
                true,
                null,
                hive);
    }
}
