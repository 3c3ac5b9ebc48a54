package dev.rbee.worker.engine;

import dev.rbee.contract.gguf.GgufInfo;

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
        long loadMs) {}
