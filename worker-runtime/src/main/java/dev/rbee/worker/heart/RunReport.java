package dev.rbee.worker.heart;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.engine.EngineFacts;
import dev.rbee.worker.serve.Counters;
import dev.rbee.worker.serve.Life;
import dev.rbee.worker.serve.Memory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How the worker runs its model and what that takes, taken anew for every beat. Thread-safe. */
public final class RunReport {
    private final @Nullable WorkerEngine chosen;
    private final @Nullable String sha256;
    private final Life life;
    private final Counters counters;
    private final AtomicLong peak = new AtomicLong();

    /** For a worker with that engine and that model file, as far as its hive said. */
    public RunReport(@Nullable WorkerEngine chosen, @Nullable String sha256, Life life, Counters counters) {
        this.chosen = chosen;
        this.sha256 = sha256;
        this.life = life;
        this.counters = counters;
    }

    /** Resident memory now, the engine's process included. */
    public long memory() {
        Engine engine = life.engine();
        long now = Memory.resident() + (engine == null ? 0 : engine.memory());
        peak.accumulateAndGet(now, Math::max);
        return now;
    }

    /** The device, as the hive calls it; {@code cpu} until the model is loaded. */
    public Device device() {
        String name = chosen == null ? null : chosen.device();
        return new Device(name == null ? "cpu" : name);
    }

    /** The report; null until the model is loaded. */
    public @Nullable WorkerRun run() {
        Engine engine = life.engine();
        if (engine == null) {
            return null;
        }
        long now = memory();
        EngineFacts facts = engine.facts();
        GgufInfo model = facts.model();
        EngineFacts.Run run = facts.run();
        long most = Math.max(Math.max(now, peak.get()), Memory.peak() + engine.peakMemory());
        return new WorkerRun(
                run.engine(),
                sha256,
                model.quantization(),
                run.kvType(),
                run.gpuLayers(),
                run.vision(),
                run.tools(),
                chosen == null ? null : chosen.idleS(),
                facts.loadMs(),
                most,
                counters.promptTokensPerSecond());
    }
}
