package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerRun;
import org.jspecify.annotations.Nullable;

/** What a worker says of itself that seldom changes. Checked by {@link WorkerChecks} before it comes here. */
record WorkerFacts(
        String id,
        String url,
        String model,
        String backend,
        @Nullable Device device,
        String node,
        int slotsTotal,
        @Nullable Long vramBytes,
        @Nullable Long pid,
        @Nullable String implementation,
        @Nullable String version,
        @Nullable Integer context,
        @Nullable Long memoryBytes,
        boolean embedding,
        boolean chat,
        @Nullable WorkerRun run) {

    /** The hive's name where a worker gives none. */
    static final String LOCAL = "local";

    /** From a registration; what it leaves out is taken from {@code old}, then from the defaults. */
    static WorkerFacts of(RegisterWorker body, String id, String url, String model, @Nullable WorkerFacts old) {
        return new WorkerFacts(
                id,
                url,
                model,
                or(body.backend(), old == null ? "cpu" : old.backend),
                orNull(body.device(), old == null ? null : old.device),
                or(body.nodeName(), old == null ? LOCAL : old.node),
                or(body.slotsTotal(), old == null ? 1 : old.slotsTotal),
                orNull(body.vramBytes(), old == null ? null : old.vramBytes),
                orNull(body.pid(), old == null ? null : old.pid),
                orNull(body.implementation(), old == null ? null : old.implementation),
                orNull(body.version(), old == null ? null : old.version),
                orNull(body.context(), old == null ? null : old.context),
                orNull(body.memoryBytes(), old == null ? null : old.memoryBytes),
                or(body.embedding(), old != null && old.embedding),
                or(body.chat(), old == null || old.chat),
                orNull(body.run(), old == null ? null : old.run));
    }

    /** The same with what a beat says. */
    WorkerFacts with(WorkerHeart heart) {
        return new WorkerFacts(
                id,
                heart.url() != null ? WorkerChecks.trimmed(heart.url()) : url,
                or(heart.modelId(), model),
                or(heart.backend(), backend),
                orNull(heart.device(), device),
                or(heart.nodeName(), node),
                or(heart.slotsTotal(), slotsTotal),
                orNull(heart.vramBytes(), vramBytes),
                orNull(heart.pid(), pid),
                orNull(heart.implementation(), implementation),
                orNull(heart.version(), version),
                orNull(heart.context(), context),
                orNull(heart.memoryBytes(), memoryBytes),
                or(heart.embedding(), embedding),
                or(heart.chat(), chat),
                orNull(heart.run(), run));
    }

    /** The facts of a worker that only its first beat made known (seed 001). */
    static WorkerFacts of(WorkerHeart heart, String id, String url, String model) {
        return new WorkerFacts(
                        id, url, model, "cpu", null, LOCAL, 1, null, null, null, null, null, null, false, true, null)
                .with(heart);
    }

    /** Whether a server of others stands behind it. */
    boolean attached() {
        return "attached".equals(implementation);
    }

    private static <T> T or(@Nullable T value, T other) {
        return value == null ? other : value;
    }

    private static <T> @Nullable T orNull(@Nullable T value, @Nullable T other) {
        return value == null ? other : value;
    }
}
