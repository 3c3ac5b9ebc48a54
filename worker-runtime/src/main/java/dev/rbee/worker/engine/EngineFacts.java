package dev.rbee.worker.engine;

import dev.rbee.contract.gguf.GgufInfo;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has loaded.
 *
 * @param implementation name and version of the engine
 * @param backend {@code cpu} ...
 * @param model header of the file
 * @param context tokens per slot
 * @param slots answers at a time
 * @param threads the engine computes with
 * @param embeddings whether it makes embeddings
 * @param generates whether it generates text
 * @param template where prompts come from: {@code model}, {@code chatml} or {@code none}
 * @param loadMs time the load took
 * @param run how the model runs
 */
public record EngineFacts(
        String implementation,
        String backend,
        GgufInfo model,
        int context,
        int slots,
        int threads,
        boolean embeddings,
        boolean generates,
        String template,
        long loadMs,
        Run run) {
    /**
     * How a model runs; travels to the queen as part of {@link dev.rbee.contract.workers.WorkerRun}.
     *
     * @param engine {@code embedded} or {@code llama-server}
     * @param device {@code cpu}, or what the engine calls the GPU it uses
     * @param kvType type of the key-value cache
     * @param gpuLayers layers on GPUs; null where the engine chose
     * @param vision reads images
     * @param tools calls tools
     */
    public record Run(
            String engine,
            String device,
            String kvType,
            @Nullable Integer gpuLayers,
            boolean vision,
            boolean tools) {
        /** The embedded engine's. */
        public static final Run EMBEDDED = new Run("embedded", "cpu", "f16", 0, false, true);
    }

    /** Whether it reads images. */
    public boolean vision() {
        return run.vision();
    }
}
