package dev.rbee.app.small;

import dev.rbee.contract.events.FleetProblem;
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
import org.jspecify.annotations.Nullable;

/** Whole fleets to show: machines of different kinds with names as people give them. */
public final class Fleets {
    private static final long GB = 1_000_000_000L;

    /** A hive with quite a long name. */
    public static final String LONG = "gpu-box-in-the-cellar-with-a-long-name";

    private Fleets() {}

    /** Five machines, nine workers. */
    public static void full(SmallQueen queen) {
        hives(queen);
        workers(queen, 1);
        past(queen);
        rest(queen);
    }

    /** All of a full fleet beat, busy workers that much faster than usual. */
    public static void beat(SmallQueen queen, double speed) {
        hives(queen);
        workers(queen, speed);
    }

    private static void hives(SmallQueen queen) {
        queen.hive(hive("this-machine", HiveMode.LOCAL, HiveState.ONLINE, 2, null, cpu(), 31, 12));
        queen.hive(hive(
                LONG, HiveMode.NETWORK, HiveState.ONLINE, 4, null, gpus("NVIDIA GeForce RTX 4090", 2, 24, 3), 128, 84));
        queen.hive(hive(
                "mac-studio",
                HiveMode.NETWORK,
                HiveState.ONLINE,
                2,
                null,
                gpus("Apple M2 Ultra", 1, 144, 71),
                192,
                119));
        queen.hive(hive(
                "office-pc",
                HiveMode.NETWORK,
                HiveState.SUSPECT,
                1,
                null,
                gpus("NVIDIA RTX A4000 Laptop GPU", 1, 8, 1),
                32,
                9));
        queen.hive(hive("old-server", HiveMode.NETWORK, HiveState.OFFLINE, 0, null, cpu(), 64, 60));
    }

    private static void rest(SmallQueen queen) {
        queen.problem(new FleetProblem(
                "hive-old-server",
                "Hive old-server has not been heard of for 4 min.",
                "Is that machine on? Start it: rbee hive start old-server",
                Instant.now().minusSeconds(240),
                "old-server"));
        for (String name : List.of("this-machine", LONG, "mac-studio")) {
            queen.models().entry(Shelf.qwen(name, "installed", null));
        }
        queen.models().entry(Shelf.qwen("office-pc", "partial", 3_000_000_000L));
        queen.models().entry(Shelf.foreign("llama3.2:3b", "this-machine", "ollama"));
        queen.models()
                .hits(List.of(
                        Shelf.hub("Qwen/Qwen3-8B-GGUF", false, false),
                        Shelf.hub(
                                "meta-llama/Llama-3.3-70B-Instruct-with-a-very-long-repository-name-GGUF", true, false),
                        Shelf.hub("unsloth/Qwen3-8B-GGUF", false, false)));
    }

    private static void past(SmallQueen queen) {
        Instant now = Instant.now();
        Past.figures(queen.activity(), now);
        Past.requests(queen.activity(), now, 400);
        queen.activity()
                .live(
                        Past.live("req-7c1e0b42", "gemma-3:4b", 1, now.minusMillis(3400), 3400),
                        Past.live("req-5a90d311", "gemma-3:4b", 0, now.minusMillis(9100), 9100));
        Past.audit(queen.activity(), now);
        Past.log(queen.activity(), now);
    }

    private static void workers(SmallQueen queen, double speed) {
        String url = queen.url();
        queen.worker(worker("w-1", "demo", "this-machine", "cpu", WorkerState.IDLE, 1, 1, 4096, 58.4, url));
        queen.worker(
                worker("w-2", "nomic-embed-text-v1.5", "this-machine", "cpu", WorkerState.IDLE, 4, 4, 2048, 0, url));
        queen.worker(worker(
                "w-3",
                "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M",
                LONG,
                "GPU-0",
                WorkerState.BUSY,
                1,
                4,
                131_072,
                112.7 * speed,
                url));
        queen.worker(
                worker("w-4", "Qwen3-8B-Q4_K_M", LONG, "GPU-1", WorkerState.BUSY, 0, 2, 40_960, 91.2 * speed, url));
        queen.worker(worker("w-5", "gemma3:4b", LONG, "GPU-1", WorkerState.LOADING, 0, 2, 32_768, 0, url));
        queen.worker(worker("w-6", "phi-4-mini", LONG, "GPU-0", WorkerState.DRAINING, 1, 2, 16_384, 74 * speed, url));
        queen.worker(worker(
                "w-7",
                "Llama-3.3-70B-Instruct-Q4_K_M",
                "mac-studio",
                "GPU-0",
                WorkerState.IDLE,
                2,
                2,
                32_768,
                11.6,
                url));
        queen.worker(worker(
                "w-8", "gpt-oss-120b-MXFP4", "mac-studio", "GPU-0", WorkerState.BUSY, 0, 1, 65_536, 38 * speed, url));
        queen.worker(worker("w-9", "granite-3.3:8b", "office-pc", "GPU-0", WorkerState.SUSPECT, 2, 2, 8192, 27, url));
    }

    /** Only this machine, with nothing on it. */
    public static void empty(SmallQueen queen) {
        queen.bare();
        queen.hive(hive("this-machine", HiveMode.LOCAL, HiveState.ONLINE, 0, null, cpu(), 31, 22));
    }

    /** Machines and workers that failed. */
    public static void failed(SmallQueen queen) {
        queen.hive(hive("this-machine", HiveMode.LOCAL, HiveState.ONLINE, 1, null, cpu(), 31, 3));
        queen.hive(hive(
                LONG,
                HiveMode.NETWORK,
                HiveState.ERROR,
                0,
                "The process ended with exit code 137: the machine ran out of memory.",
                gpus("NVIDIA GeForce RTX 4090", 2, 24, 0),
                128,
                1));
        queen.hive(hive(
                "mac-studio",
                HiveMode.NETWORK,
                HiveState.OFFLINE,
                0,
                "No beat for 4 min.",
                gpus("Apple M2 Ultra", 1, 144, 71),
                192,
                119));
        past(queen);
        for (String name : List.of(LONG, "mac-studio")) {
            queen.problem(new FleetProblem(
                    "hive-" + name,
                    name.equals(LONG)
                            ? "Hive " + LONG + " ended with exit code 137: the machine ran out of memory."
                            : "Hive mac-studio has not been heard of for 4 min.",
                    "Start it again: rbee hive start " + name,
                    Instant.now().minusSeconds(240),
                    name));
        }
        queen.problem(new FleetProblem(
                "worker-w-1",
                "Worker w-1 (demo) ended while it loaded its model.",
                "Its log says why: rbee logs w-1",
                Instant.now().minusSeconds(75),
                "w-1"));
        String url = queen.url();
        queen.worker(worker("w-1", "demo", "this-machine", "cpu", WorkerState.OFFLINE, 0, 1, 4096, 0, url));
        queen.worker(worker(
                "w-3",
                "Qwen3-Coder-30B-A3B-Instruct-Q4_K_M",
                LONG,
                "GPU-0",
                WorkerState.OFFLINE,
                0,
                4,
                131_072,
                0,
                url));
        queen.worker(worker("w-4", "Qwen3-8B-Q4_K_M", LONG, "GPU-1", WorkerState.SUSPECT, 2, 2, 40_960, 0, url));
        queen.models().entry(Shelf.qwen("this-machine", "invalid", null));
    }

    private static List<DeviceInfo> cpu() {
        return List.of(new DeviceInfo("cpu", "AMD Ryzen 9 7950X 16-Core Processor", "cpu", null, null, null, null));
    }

    private static List<DeviceInfo> gpus(String name, int count, long gb, long free) {
        List<DeviceInfo> devices = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(new DeviceInfo("GPU-" + i, name, "gpu", (double) gb, gb * GB, (free + i) * GB, "570.124.06"));
        }
        devices.addAll(cpu());
        return devices;
    }

    private static HiveInfo hive(
            String id,
            HiveMode mode,
            HiveState state,
            int workers,
            @Nullable String message,
            List<DeviceInfo> devices,
            long ram,
            long free) {
        boolean online = state == HiveState.ONLINE || state == HiveState.SUSPECT || state == HiveState.DRAINING;
        return new HiveInfo(
                id,
                id,
                "127.0.0.1",
                mode == HiveMode.LOCAL ? 7835 : 41_233,
                "http://127.0.0.1:41233",
                mode,
                state,
                online,
                "0.1.0",
                4242L,
                Instant.now().minusSeconds(online ? 2 : 260),
                workers,
                new Capabilities(
                        devices,
                        "Debian GNU/Linux 12 (bookworm)",
                        "x86_64",
                        new CpuInfo("AMD Ryzen 9 7950X 16-Core Processor", 16, 32, List.of("avx2"), 0.3),
                        new MemoryInfo(ram * GB, free * GB),
                        new MemoryInfo(900 * GB, 412 * GB),
                        SmallEngines.engines("b10400"),
                        models(id),
                        id,
                        "0.1.0"),
                free * GB,
                0.3,
                Instant.now().minusSeconds(state == HiveState.ONLINE ? 93_000 : online ? 8 : 260),
                message);
    }

    private static List<ModelEntry> models(String hive) {
        return List.of(Fixtures.model("demo", hive), Shelf.qwen(hive, "installed", null));
    }

    private static WorkerInfo worker(
            String id,
            String model,
            String hive,
            String device,
            WorkerState state,
            int free,
            int slots,
            int context,
            double speed,
            String url) {
        boolean gpu = !device.equals("cpu");
        long size = 1_340_000_000L + model.length() * 400_000_000L;
        return new WorkerInfo(
                id,
                id,
                url,
                model,
                gpu ? "cuda" : "cpu",
                Device.of(device),
                state,
                slots,
                free,
                Fixtures.serves(state) ? slots - free : 0,
                gpu ? size : null,
                hive,
                3,
                4711L,
                Instant.now(),
                state != WorkerState.OFFLINE,
                speed == 0 ? null : speed,
                "0.1.0",
                gpu ? "llama-server" : "embedded",
                context,
                size,
                Instant.now().minusSeconds(754),
                model.startsWith("nomic"),
                !model.startsWith("nomic"));
    }
}
