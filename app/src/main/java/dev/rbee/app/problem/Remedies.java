package dev.rbee.app.problem;

import dev.rbee.app.frame.Navigator;
import dev.rbee.app.frame.QueenSwitch;
import dev.rbee.app.frame.Remedy;
import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Knows for each kind of problem the one thing that helps, where there is one. JavaFX thread only. */
public final class Remedies {
    private static final Words WORDS = Words.of(Remedies.class);

    /** Where help is to be found. */
    private enum Way {
        NONE,
        QUEEN,
        WORKERS,
        HIVES,
        MODELS,
        STORAGE,
        KEYS,
        SETTINGS,
        LOGS
    }

    private final Navigator navigator;
    private final QueenSwitch queen;
    private final BooleanSupplier connected;

    /** {@code connected} tells whether the queen answers now. */
    public Remedies(Navigator navigator, QueenSwitch queen, BooleanSupplier connected) {
        this.navigator = navigator;
        this.queen = queen;
        this.connected = connected;
    }

    /** What helps against it; null where only its words do. */
    public @Nullable Remedy of(Problem problem) {
        return switch (way(problem.code())) {
            case NONE -> null;
            case QUEEN -> connected.getAsBoolean() ? null : new Remedy(WORDS.get("remedy.queen"), queen::start);
            case WORKERS -> page("remedy.workers", "workers");
            case HIVES -> page("remedy.hives", "hives");
            case MODELS -> page("remedy.models", "models");
            case STORAGE -> part("remedy.storage", "settings", "storage");
            case KEYS -> part("remedy.keys", "settings", "tokens");
            case SETTINGS -> page("remedy.settings", "settings");
            case LOGS -> part("remedy.logs", "activity", "logs");
        };
    }

    private @Nullable Remedy page(String words, String page) {
        return navigator.at(page) ? null : new Remedy(WORDS.get(words), () -> navigator.open(page));
    }

    private Remedy part(String words, String page, String id) {
        return new Remedy(WORDS.get(words), () -> navigator.reveal(page, id));
    }

    /** Whether it may be gone when the same thing is tried again. */
    static boolean passes(ProblemCode code) {
        return switch (code) {
            case QUEUE_FULL,
                    RATE_LIMITED,
                    WAIT_TIMEOUT,
                    MODEL_LOADING,
                    WORKER_LOST,
                    TIMEOUT,
                    CANCELLED,
                    HUB_RATE_LIMITED,
                    SOURCE_FAILED,
                    PORT_TAKEN,
                    EPOCH_OUTDATED -> true;
            default -> false;
        };
    }

    private static Way way(ProblemCode code) {
        return switch (code) {
            case UNREACHABLE, QUEEN_NOT_FOUND -> Way.QUEEN;
            case WORKER_NOT_FOUND,
                    WORKER_UNKNOWN,
                    WORKER_GONE,
                    NO_WORKER,
                    DRAINING,
                    QUEUE_FULL,
                    WAIT_TIMEOUT,
                    MODEL_LOADING,
                    MODEL_IN_USE,
                    WORKER_ATTACHED,
                    ENDPOINT_NOT_FOUND,
                    ENDPOINT_FAILED,
                    EMBEDDINGS_UNSUPPORTED,
                    GENERATION_UNSUPPORTED,
                    IMAGES_UNSUPPORTED,
                    TOOLS_UNSUPPORTED -> Way.WORKERS;
            case HIVE_NOT_FOUND,
                    NODE_NOT_FOUND,
                    HIVE_OFFLINE,
                    HIVE_START_FAILED,
                    SSH_UNREACHABLE,
                    SSH_LOGIN_REFUSED,
                    SSH_LOGIN_NEEDED,
                    HOST_KEY_UNKNOWN,
                    HOST_KEY_CHANGED,
                    NODE_UNSUITABLE,
                    NODE_OCCUPIED,
                    WAKE_IMPOSSIBLE,
                    ENGINE_NOT_FOUND,
                    ENGINE_MISSING,
                    ENGINE_FAILED,
                    CPU_UNSUPPORTED -> Way.HIVES;
            case MODEL_NOT_FOUND,
                    MODEL_FILE_MISSING,
                    MODEL_INVALID,
                    MODEL_UNSUPPORTED,
                    MODEL_QUARANTINED,
                    MODEL_TOO_LARGE,
                    HASH_MISMATCH,
                    PAUSED -> Way.MODELS;
            case STORAGE_FULL -> Way.STORAGE;
            case INVALID_API_KEY, TOKEN_NOT_FOUND -> Way.KEYS;
            case CONFIG_INVALID, SOURCE_FORBIDDEN, FORBIDDEN_HOST, FORBIDDEN_ORIGIN, PORT_TAKEN -> Way.SETTINGS;
            case SPAWN_FAILED, WORKER_FAILED, WORKER_LOST, INSTALL_FAILED, INTERNAL_ERROR, DATABASE_DAMAGED -> Way.LOGS;
            case FORBIDDEN_SCOPE,
                    ROUTE_NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    MALFORMED_REQUEST,
                    INVALID_JSON,
                    INVALID_FIELD,
                    MISSING_FIELD,
                    BODY_TOO_LARGE,
                    HEADERS_TOO_LARGE,
                    COMPONENT_UNKNOWN,
                    JOB_NOT_FOUND,
                    REQUEST_NOT_FOUND,
                    EPOCH_OUTDATED,
                    WRONG_INSTANCE,
                    CONTEXT_LENGTH_EXCEEDED,
                    UNSUPPORTED_PARAMETER,
                    INVALID_GRAMMAR,
                    INVALID_SCHEMA,
                    MODEL_PROTECTED,
                    ALREADY_RUNNING,
                    ALREADY_EXISTS,
                    RATE_LIMITED,
                    TIMEOUT,
                    CANCELLED,
                    SCHEMA_NEWER,
                    MODEL_GATED,
                    HUB_UNAUTHORIZED,
                    HUB_RATE_LIMITED,
                    SOURCE_NOT_FOUND,
                    SOURCE_FAILED,
                    OFFLINE,
                    SIGNATURE_INVALID,
                    UPDATE_REFUSED,
                    UPDATE_FAILED -> Way.NONE;
        };
    }
}
