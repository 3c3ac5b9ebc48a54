package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Whether a model with a context fits a machine. Pure. */
public final class FitCheck {
    /** Beside weights and cache: the worker's Java and the engine's working memory, bytes. */
    static final long BESIDE = 160L << 20;

    private FitCheck() {}

    /**
     * The context per slot to start with: what was asked for, else {@code usual}, the model's own where that is less.
     * Throws {@code invalid_field} for {@code ctx} where the model was not trained for so much.
     */
    public static int context(GgufInfo info, @Nullable Integer asked, int usual) {
        Integer trained = info.shape().context();
        if (asked == null) {
            return trained == null ? usual : Math.min(usual, trained);
        }
        if (trained != null && asked > trained) {
            throw new ProblemException(Problem.field(
                    "ctx",
                    "A context of " + asked + " tokens is too large: the model was trained with " + trained + ".",
                    "Ask for at most " + trained + "."));
        }
        return asked;
    }

    /** Bytes needed for weights, key-value cache and the rest. */
    public static long needed(GgufInfo info, int ctx, int slots) {
        Long perToken = info.shape().kvBytesPerToken();
        long cache = perToken == null ? 0 : perToken * ctx * slots;
        return info.tensorBytes() + cache + BESIDE;
    }

    /** Throws {@code invalid_field} for {@code ctx} or {@code model} where the memory does not suffice. */
    public static void memory(GgufInfo info, int ctx, int slots, long freeBytes) {
        long needed = needed(info, ctx, slots);
        if (needed <= freeBytes) {
            return;
        }
        boolean weights = info.tensorBytes() + BESIDE > freeBytes;
        throw new ProblemException(Problem.field(
                weights ? "model" : "ctx",
                "Needs " + mib(needed) + " MiB of memory (" + mib(info.tensorBytes()) + " of weights, " + slots
                        + " slots with " + ctx + " tokens each), " + mib(freeBytes) + " MiB are free.",
                weights
                        ? "Choose a smaller or more strongly quantized model, or another hive."
                        : "Ask for a smaller context or fewer slots."));
    }

    private static long mib(long bytes) {
        return bytes >> 20;
    }
}
