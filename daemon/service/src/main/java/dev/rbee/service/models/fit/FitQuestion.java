package dev.rbee.service.models.fit;

import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.workers.WorkerOptions;
import org.jspecify.annotations.Nullable;

/**
 * What is to run.
 *
 * @param model header of it
 * @param ctx tokens per slot
 * @param slots answers at a time
 * @param engine that would run it
 * @param options the rest of what was asked for
 * @param beside bytes of files that are loaded with it: projector, draft model
 */
public record FitQuestion(ModelHeader model, int ctx, int slots, FitEngine engine, WorkerOptions options, long beside) {
    /** With nothing beside it and nothing said. */
    public static FitQuestion of(ModelHeader model, int ctx, int slots, FitEngine engine) {
        return new FitQuestion(model, ctx, slots, engine, WorkerOptions.NONE, 0);
    }

    /** The same with another context. */
    public FitQuestion at(int otherCtx) {
        return new FitQuestion(model, otherCtx, slots, engine, options, beside);
    }

    /** Type of the key-value cache. */
    String kvType() {
        return options.kvType() == null ? "f16" : options.kvType();
    }

    /** Whether attention is computed in one piece, which needs far less memory. */
    boolean flash() {
        Boolean asked = options.flashAttention();
        return asked == null ? engine == FitEngine.LLAMA_SERVER : asked;
    }

    /** Most layers that may be put onto GPUs. */
    int gpuLayers() {
        Integer asked = options.gpuLayers();
        return engine == FitEngine.EMBEDDED ? 0 : asked == null ? Integer.MAX_VALUE : asked;
    }

    int layers() {
        Integer blocks = model.blocks();
        return blocks == null ? 1 : Math.max(1, blocks);
    }

    @Nullable
    Integer trained() {
        return model.context();
    }
}
