package dev.rbee.contract.workers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hive tells a worker at its start: one JSON line on the worker's stdin, so that no secret is in argv or in the
 * environment. After that line stdin stays open; its end is the order to die.
 *
 * @param model name under which it is offered
 * @param modelPath the GGUF file
 * @param port where to listen on {@code bind}; 0 is any free port
 * @param ctx tokens per slot
 * @param slots answers at a time
 * @param threads of the engine; null: cores - 1, at least 1
 * @param key the worker's own key, see {@link dev.rbee.contract.auth.Keys#workerKey}
 * @param tokenFingerprint recognises callers that hold the installation's token
 * @param registryUrls where the registry may be, best first
 * @param queenUrl where the queen may be, if known; else it is looked for in the registry
 * @param knownComponentsPath file with the last known addresses
 * @param engine null: the embedded one with its usual options
 * @param sha256 of the model file where known
 */
public record WorkerConfig(
        String workerId,
        String hiveId,
        String model,
        String modelPath,
        String bind,
        int port,
        int ctx,
        int slots,
        @Nullable Integer threads,
        String key,
        String tokenFingerprint,
        List<String> registryUrls,
        @Nullable String queenUrl,
        @Nullable String knownComponentsPath,
        @Nullable WorkerEngine engine,
        @Nullable String sha256) {
    /** For the embedded engine with its usual options. */
    public WorkerConfig(
            String workerId,
            String hiveId,
            String model,
            String modelPath,
            String bind,
            int port,
            int ctx,
            int slots,
            @Nullable Integer threads,
            String key,
            String tokenFingerprint,
            List<String> registryUrls,
            @Nullable String queenUrl,
            @Nullable String knownComponentsPath) {
        this(
                workerId,
                hiveId,
                model,
                modelPath,
                bind,
                port,
                ctx,
                slots,
                threads,
                key,
                tokenFingerprint,
                registryUrls,
                queenUrl,
                knownComponentsPath,
                null,
                null);
    }
}
