package dev.rbee.worker.llamaserver;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufShape;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerEngine;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What llama-server is to do, every value checked against what it would end over. Pure. */
record LaunchPlan(GgufInfo model, WorkerEngine engine, int context, int slots, int threads, int batch, String kvType) {
    private static final int DEFAULT_CONTEXT = 4096;
    private static final Set<String> KV_TYPES = Set.of("f16", "q8_0", "q4_0");
    private static final int KV_BLOCK = 32;

    static LaunchPlan of(GgufInfo model, LlamaOptions options, int cores) {
        WorkerEngine engine = options.engine();
        int trained = Objects.requireNonNullElse(model.shape().context(), DEFAULT_CONTEXT);
        if (options.context() < 0 || options.context() > trained) {
            throw wrong(
                    "ctx",
                    "A context of " + options.context() + " tokens is not what the model was made for.",
                    "Ask for at most " + trained + ".");
        }
        if (options.slots() < 1 || options.slots() > 64) {
            throw wrong("slots", options.slots() + " slots are not possible.", "Ask for 1 to 64.");
        }
        String kv = Objects.requireNonNullElse(engine.kvType(), "f16");
        kvType(model.shape(), kv, engine.flashAttention());
        int layers = Objects.requireNonNullElse(engine.gpuLayers(), 0);
        if (layers < 0 || layers > 999) {
            throw wrong("gpu_layers", layers + " layers on GPUs are not possible.", "Ask for 0 to 999.");
        }
        int tokens = options.context() == 0 ? Math.min(trained, DEFAULT_CONTEXT) : options.context();
        int computing = Math.clamp(Objects.requireNonNullElse(options.threads(), cores - 1), 1, Math.max(1, cores));
        return new LaunchPlan(model, engine, tokens, options.slots(), computing, batch(model, engine, tokens), kv);
    }

    private static void kvType(GgufShape shape, String kv, @Nullable Boolean flash) {
        if (!KV_TYPES.contains(kv)) {
            throw wrong("kv_type", "There is no cache of the type \"" + kv + "\".", "Send f16, q8_0 or q4_0.");
        }
        if (kv.equals("f16")) {
            return;
        }
        if (Boolean.FALSE.equals(flash)) {
            throw wrong(
                    "kv_type",
                    "A cache of the type " + kv + " needs flash attention.",
                    "Leave flash_attention out, or use f16.");
        }
        Integer head = head(shape);
        if (head != null && head % KV_BLOCK != 0) {
            throw wrong(
                    "kv_type",
                    "The heads of this model are " + head + " wide; a cache of the type " + kv + " needs a multiple of "
                            + KV_BLOCK + ".",
                    "Use f16.");
        }
    }

    private static @Nullable Integer head(GgufShape shape) {
        Integer width = shape.embedding();
        Integer heads = shape.heads();
        if (shape.keyLength() != null) {
            return shape.keyLength();
        }
        if (width == null || heads == null || heads == 0) {
            return null;
        }
        return width / heads;
    }

    /**
     * Tokens computed in one go. A batch cannot be interrupted: on processors, where one takes long, it is small, so that a request that is
     * cancelled soon gives its slot back. Encoders see a text in one piece.
     */
    private static int batch(GgufInfo model, WorkerEngine engine, int tokens) {
        if (model.embeddingOnly()) {
            return Math.max(tokens, 64);
        }
        if (!onCpu(engine)) {
            return 2048;
        }
        return model.parameters() > 3_000_000_000L ? 128 : model.parameters() > 1_000_000_000L ? 256 : 512;
    }

    /** Whether everything is computed on the processor. */
    boolean cpu() {
        return onCpu(engine);
    }

    /** Whether flash attention is asked for; null: the engine's own choice. */
    @Nullable
    Boolean flash() {
        boolean needed = engine.flashAttention() == null && !kvType.equals("f16");
        return needed ? Boolean.TRUE : engine.flashAttention();
    }

    /** A text encoder that does not say how it pools gets the mean. */
    boolean meanPooling() {
        return model.embeddingOnly() && (model.poolingType() == null || model.poolingType() == 0);
    }

    private static boolean onCpu(WorkerEngine engine) {
        return engine.device() == null || engine.device().equals("cpu");
    }

    private static ProblemException wrong(String field, String message, String hint) {
        return new ProblemException(Problem.field(field, message, hint));
    }
}
