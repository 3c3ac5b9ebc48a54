package dev.rbee.worker.embedded;

import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.PoolingType;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the library is told when it loads; worked out from the header, so that nothing it aborts on is asked of it. */
record LoadPlan(GgufInfo model, int context, int slots, int threads, int batch) {
    private static final int DEFAULT_CONTEXT = 4096;
    private static final int MAX_BATCH = 512;
    private static final int POOLING_NONE = 0;

    static LoadPlan of(GgufInfo model, int context, int slots, @Nullable Integer threads, int cores) {
        int trained = Objects.requireNonNullElse(model.shape().context(), DEFAULT_CONTEXT);
        if (context > trained) {
            throw new ProblemException(Problem.field(
                    "ctx",
                    "A context of " + context + " tokens is more than the " + trained + " the model was made for.",
                    "Ask for at most " + trained + "."));
        }
        if (context < 0 || slots < 1 || slots > 64) {
            throw new ProblemException(Problem.field(
                    context < 0 ? "ctx" : "slots",
                    "A context of " + context + " tokens with " + slots + " slots is not possible.",
                    "Ask for 1 to 64 slots and a context of at least 1 token."));
        }
        int tokens = context == 0 ? Math.min(trained, DEFAULT_CONTEXT) : context;
        int computing = Math.clamp(Objects.requireNonNullElse(threads, cores - 1), 1, Math.max(1, cores));
        // Encoders see a text in one piece.
        int batch = model.embeddingOnly() ? tokens : Math.min(MAX_BATCH, Math.max(64, tokens));
        return new LoadPlan(model, tokens, slots, computing, batch);
    }

    /** For the load itself. */
    ModelParameters parameters(Path file, boolean chatMl) {
        ModelParameters parameters = new ModelParameters()
                .setModel(file.toString())
                .setCtxSize(Math.multiplyExact(context, slots))
                .setParallel(slots)
                .setThreads(threads)
                .setThreadsBatch(threads)
                .setBatchSize(batch)
                .setUbatchSize(batch)
                .setSlotPromptSimilarity(0)
                .disableContextShift()
                .enableJinja()
                .disableLog();
        if (chatMl) {
            parameters.setChatTemplate("chatml");
        }
        if (model.embeddingOnly()) {
            parameters.enableEmbedding();
            // Never for a generative model: there the library aborts. Encoders that do not say get the mean.
            if (model.poolingType() == null || model.poolingType() == POOLING_NONE) {
                parameters.setPoolingType(PoolingType.MEAN);
            }
        }
        return parameters;
    }
}
