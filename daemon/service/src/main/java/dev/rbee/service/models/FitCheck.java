package dev.rbee.service.models;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.fit.Fit;
import dev.rbee.service.models.fit.FitEngine;
import dev.rbee.service.models.fit.FitMachine;
import dev.rbee.service.models.fit.FitQuestion;
import org.jspecify.annotations.Nullable;

/** Whether a model with a context fits a machine. Pure. */
public final class FitCheck {
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

    /** Bytes needed for weights, key-value cache and the rest with the embedded engine. */
    public static long needed(GgufInfo info, int ctx, int slots) {
        return Fit.of(question(info, ctx, slots), FitMachine.cpu(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, 1))
                .need()
                .host();
    }

    /** Throws {@code invalid_field} for {@code ctx} or {@code model} where the memory does not suffice. */
    public static void memory(GgufInfo info, int ctx, int slots, long freeBytes) {
        var _ = Fit.of(question(info, ctx, slots), FitMachine.cpu(freeBytes, freeBytes, 1))
                .demand();
    }

    private static FitQuestion question(GgufInfo info, int ctx, int slots) {
        return FitQuestion.of(info.header(), ctx, slots, FitEngine.EMBEDDED);
    }
}
