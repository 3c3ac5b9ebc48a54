package dev.rbee.service.hive;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerIdentity;
import dev.rbee.contract.workers.WorkerOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of a spawn without knowing the model or the machine, at a hive and at the queen alike. Pure. */
public final class SpawnFields {
    private static final Pattern SPAWN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
    private static final Pattern WORKER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final int CTX_LEAST = 16;
    private static final int CTX_MOST = 1 << 20;
    private static final int SLOTS_MOST = 64;
    private static final int THREADS_MOST = 512;

    private SpawnFields() {}

    /** The model asked for; throws {@link ProblemException} for the first field that is missing or out of its range. */
    public static String check(SpawnWorker request) {
        String model = request.model();
        if (model == null || model.isBlank()) {
            throw new ProblemException(Problem.missing("model"));
        }
        spawnId(request.spawnId());
        within("ctx", request.ctx(), CTX_LEAST, CTX_MOST);
        within("slots", request.slots(), 1, SLOTS_MOST);
        within("threads", request.threads(), 1, THREADS_MOST);
        if (request.options() != null) {
            options(request.options());
        }
        return model;
    }

    private static void options(WorkerOptions options) {
        word("engine", options.engine(), List.of("auto", "embedded", "llama-server"));
        word("kv_type", options.kvType(), List.of("f16", "q8_0", "q4_0"));
        within("options.gpu_layers", options.gpuLayers(), 0, 999);
        within("options.idle_s", options.idleS(), 0, 1_000_000);
    }

    private static void word(String field, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw new ProblemException(Problem.field(
                    "options." + field,
                    "\"" + field + "\" is none of those there are.",
                    "Send " + String.join(", ", known) + ", or leave it out."));
        }
    }

    /** The identity that a linked hive needs; throws {@link ProblemException} where it is missing or not whole. */
    static WorkerIdentity identity(@Nullable WorkerIdentity given) {
        if (given == null) {
            throw new ProblemException(Problem.missing("identity"));
        }
        boolean whole = WORKER_ID.matcher(String.valueOf(given.workerId())).matches()
                && String.valueOf(given.workerId()).equals(Keys.workerIdOf(String.valueOf(given.key())))
                && FINGERPRINT.matcher(String.valueOf(given.tokenFingerprint())).matches();
        if (!whole) {
            throw new ProblemException(Problem.field(
                    "identity",
                    "\"identity\" is not one of a worker: its id, its key and the fingerprint do not go together.",
                    "Spawn through the queen that linked this hive."));
        }
        return given;
    }

    private static void spawnId(@Nullable String id) {
        if (id != null && !SPAWN_ID.matcher(id).matches()) {
            throw new ProblemException(Problem.field(
                    "spawn_id",
                    "\"spawn_id\" is not usable.",
                    "Use letters, digits, dot, colon, dash and underscore, at most 128."));
        }
    }

    private static void within(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new ProblemException(Problem.field(
                    field,
                    "\"" + field + "\" is " + value + ", outside of " + least + " to " + most + ".",
                    "Send a number from " + least + " to " + most + ", or leave it out."));
        }
    }
}
