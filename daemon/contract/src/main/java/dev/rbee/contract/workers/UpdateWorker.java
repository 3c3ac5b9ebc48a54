package dev.rbee.contract.workers;

import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/workers/update}. */
public record UpdateWorker(
        @Nullable String workerId, @Nullable WorkerState state) {}
