package dev.rbee.service.hive.capabilities;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.models.ModelEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What this machine has. What is slow is asked once, in the background from the start on. Thread-safe. */
public final class Machine {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private final Memory memory = new Memory(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
    private final CpuLoad load = new CpuLoad(Path.of("/proc/stat"));
    private final CompletableFuture<CpuInfo> cpu = new CompletableFuture<>();
    private final NvidiaSmi gpus;
    private final Path models;
    private final String hostname;
    private final EngineInfo embedded;

    /**
     * Begins to look around.
     *
     * @param models folder whose disk counts
     */
    public Machine(NvidiaSmi gpus, Path models, String hostname) {
        this.gpus = gpus;
        this.models = models;
        this.hostname = hostname;
        this.embedded =
                Engines.embedded(System.getProperty("os.name"), System.getProperty("os.arch"), Cpu.flags(CPUINFO));
        Thread.ofPlatform().daemon().name("hive-cpu").start(() -> {
            try {
                cpu.complete(Cpu.read(CPUINFO));
            } catch (RuntimeException | LinkageError e) {
                cpu.complete(unknownCpu());
            }
        });
    }

    private static CpuInfo unknownCpu() {
        int threads = Runtime.getRuntime().availableProcessors();
        return new CpuInfo("unknown", threads, threads, Cpu.flags(CPUINFO), null);
    }

    /** Everything; blocks for a second at most the first time, for {@code nvidia-smi} where it hangs. */
    public Capabilities capabilities(List<EngineInfo> engines, List<ModelEntry> known) {
        CpuInfo facts = cpu.join();
        List<DeviceInfo> devices = new ArrayList<>(gpus.devices());
        devices.add(new DeviceInfo("cpu", facts.name(), "cpu", null, null, null, null));
        return new Capabilities(
                devices,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                new CpuInfo(facts.name(), facts.cores(), facts.threads(), facts.flags(), load.read()),
                memory(),
                disk(),
                engines,
                known,
                hostname,
                Version.CURRENT);
    }

    /** The engine in the worker's process. */
    public EngineInfo embedded() {
        return embedded;
    }

    /** Memory now; cheap. */
    public MemoryInfo memory() {
        return memory.read();
    }

    /** How busy the processors are, 0 to 1; cheap. */
    public @Nullable Double cpuLoad() {
        return load.read();
    }

    /** The disk of the models. */
    public MemoryInfo disk() {
        try {
            var store = Files.getFileStore(models);
            return new MemoryInfo(store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException e) {
            return new MemoryInfo(0, 0);
        }
    }
}
