package dev.rbee.service.cli;

import dev.rbee.contract.workers.WorkerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an engine shall run a model, as options of a command. */
final class EngineFlags {
    @Option(names = "--engine", paramLabel = "E", description = "auto, embedded or llama-server.")
    @Nullable
    String engine;

    @Option(names = "--gpu-layers", paramLabel = "N", description = "Layers on GPUs; by default as many as fit.")
    @Nullable
    Integer gpuLayers;

    @Option(names = "--kv-type", paramLabel = "T", description = "Key-value cache in f16, q8_0 or q4_0.")
    @Nullable
    String kvType;

    @Option(names = "--flash-attention", negatable = true, description = "On or off; else as the engine thinks best.")
    @Nullable
    Boolean flashAttention;

    @Option(names = "--draft", paramLabel = "M", description = "A small installed model that guesses ahead.")
    @Nullable
    String draft;

    @Option(
            names = "--vision",
            negatable = true,
            description = "Load the projector for images where there is one (yes).")
    @Nullable
    Boolean vision;

    /** What was said; null where nothing was. */
    @Nullable
    WorkerOptions options(@Nullable Integer idleS) {
        WorkerOptions said = new WorkerOptions(engine, gpuLayers, kvType, flashAttention, draft, vision, idleS, null);
        return said.equals(WorkerOptions.NONE) ? null : said;
    }
}
