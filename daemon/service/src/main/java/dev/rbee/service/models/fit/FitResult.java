package dev.rbee.service.models.fit;

import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@link Fit}.
 *
 * @param need the memory it takes
 * @param free what is free there for it
 * @param device where most of it would be: {@code cpu} or a GPU's id
 * @param maxCtx largest context per slot that fits now, tokens; null where none does
 * @param tokensPerSecond expected; null where there is nothing to say it from
 * @param loadMs expected; likewise
 * @param learnt whether the memory is that of earlier runs
 * @param words all that in one sentence
 */
public record FitResult(
        FitVerdict verdict,
        FitQuestion question,
        FitNeed need,
        long free,
        String device,
        @Nullable Integer maxCtx,
        @Nullable Double tokensPerSecond,
        @Nullable Long loadMs,
        boolean learnt,
        String words) {
    /** For an answer of {@code POST /v1/models/fit}. */
    public HiveFit on(String hive, boolean hasFile) {
        return new HiveFit(
                hive,
                verdict.wire(),
                question.engine().wire(),
                device,
                hasFile,
                need.weights(),
                need.kv(),
                need.compute(),
                need.total(),
                free,
                question.model().blocks(),
                need.gpuLayers(),
                maxCtx,
                tokensPerSecond,
                loadMs,
                learnt,
                words);
    }

    /** Throws {@code invalid_field} for {@code ctx} or {@code model}, with the words, where a worker can't be started now. */
    public FitResult demand() {
        if (verdict.now()) {
            return this;
        }
        boolean context = maxCtx != null;
        throw new ProblemException(Problem.field(
                context ? "ctx" : "model",
                words,
                context
                        ? "Ask for at most " + maxCtx + " tokens, or for fewer slots."
                        : "Choose a smaller or more strongly quantized model, or another hive."));
    }
}
