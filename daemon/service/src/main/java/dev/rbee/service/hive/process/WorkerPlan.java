package dev.rbee.service.hive.process;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.contract.workers.WorkerIdentity;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a worker process is to run: the typed allow-list. Nothing else of a request ever reaches a child, and none of this
 * reaches its command line.
 *
 * @param workerId of the worker, kept over restarts
 * @param model name under which it is offered
 * @param file the GGUF file, a real path
 * @param ctx tokens per slot
 * @param slots answers at a time
 * @param threads of the engine; null: the worker's own default
 * @param identity given by the queen of a linked hive; null: the hive derives it
 * @param engine that runs it
 * @param sha256 of the file where known
 */
public record WorkerPlan(
        String workerId,
        String model,
        Path file,
        int ctx,
        int slots,
        @Nullable Integer threads,
        @Nullable WorkerIdentity identity,
        WorkerEngine engine,
        @Nullable String sha256) {

    /** Of a worker whose key its hive derives, with the embedded engine. */
    public WorkerPlan(String workerId, String model, Path file, int ctx, int slots, @Nullable Integer threads) {
        this(workerId, model, file, ctx, slots, threads, null, WorkerEngine.EMBEDDED, null);
    }

    /** The key of that worker, at a hive with that token. */
    public String key(String token) {
        return identity == null ? Keys.workerKey(token, workerId) : identity.key();
    }

    /** By which the worker recognises the installation's token, at a hive with that token. */
    public String fingerprint(String token) {
        return identity == null ? Keys.fingerprint(token) : identity.tokenFingerprint();
    }
}
