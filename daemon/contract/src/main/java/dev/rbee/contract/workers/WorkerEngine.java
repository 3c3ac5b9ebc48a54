package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/**
 * The engine as its hive chose it, in a {@link WorkerConfig}.
 *
 * @param name {@code embedded} or {@code llama-server}
 * @param program path of the llama-server program; null for the embedded one
 * @param device {@code cpu}, or the GPU it should use, as {@code GPU-0}
 * @param gpuLayers layers on GPUs; 0 on a machine without
 * @param kvType {@code f16}, {@code q8_0} or {@code q4_0}
 * @param flashAttention on or off; null: the engine's own choice
 * @param draftPath GGUF file of the draft model
 * @param mmprojPath GGUF file of the projector
 * @param idleS announced to the queen, which unloads it; null: her setting
 */
public record WorkerEngine(
        String name,
        @Nullable String program,
        @Nullable String device,
        @Nullable Integer gpuLayers,
        @Nullable String kvType,
        @Nullable Boolean flashAttention,
        @Nullable String draftPath,
        @Nullable String mmprojPath,
        @Nullable Integer idleS) {
    /** The embedded engine with its usual options. */
    public static final WorkerEngine EMBEDDED =
            new WorkerEngine("embedded", null, "cpu", null, null, null, null, null, null);
}
