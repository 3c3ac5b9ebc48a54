package dev.rbee.service.hive.engines;

import dev.rbee.contract.gguf.EmbeddedSupport;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerOptions;
import org.jspecify.annotations.Nullable;

/** Which engine a worker gets. Pure. */
public final class EngineChoice {
    private static final String EMBEDDED = "embedded";
    private static final String INSTALL = "Install a llama-server on this hive: rbee engine install --hive ";

    private EngineChoice() {}

    /**
     * What is there to choose from.
     *
     * @param hive for people
     * @param embedded the engine in the worker's process
     * @param llamaServer the one that is selected; null: none
     * @param prefer {@code auto}, {@code embedded} or {@code llama-server}: taken where the request does not say and it can
     */
    public record Shelf(
            String hive, EngineInfo embedded, @Nullable EngineInfo llamaServer, String prefer) {}

    /**
     * {@code embedded} or {@code llama-server}.
     *
     * <p>Throws {@code engine_missing} where no engine here can run it, {@code cpu_unsupported} where the embedded one cannot run here and was asked
     * for, {@code invalid_field} for options that the engine asked for does not have.
     *
     * @param gpu whether a GPU was asked for
     */
    public static String choose(GgufInfo model, WorkerOptions options, boolean gpu, Shelf shelf) {
        String wanted = options.engine();
        if (wanted == null) {
            return automatic(model, options, gpu, shelf, shelf.prefer());
        }
        return switch (wanted) {
            case "auto" -> automatic(model, options, gpu, shelf, "auto");
            case EMBEDDED -> embedded(model, options, gpu, shelf);
            case EngineShelf.LLAMA_SERVER -> llamaServer(shelf);
            default ->
                throw new ProblemException(Problem.field(
                        "options.engine", "There is no engine of that name.", "Send auto, embedded or llama-server."));
        };
    }

    /** What is preferred where it can, else the other one. */
    private static String automatic(GgufInfo model, WorkerOptions options, boolean gpu, Shelf shelf, String prefer) {
        String why = whyNot(model, shelf);
        String lacking = lacking(options, gpu);
        boolean embedded = why == null && lacking == null;
        if (shelf.llamaServer() != null && !(embedded && prefer.equals(EMBEDDED))) {
            return EngineShelf.LLAMA_SERVER;
        }
        if (embedded) {
            return EMBEDDED;
        }
        throw missing(why == null ? "The embedded engine has no " + lacking + "." : why, shelf);
    }

    private static String embedded(GgufInfo model, WorkerOptions options, boolean gpu, Shelf shelf) {
        if (!shelf.embedded().available()) {
            throw ProblemException.of(
                    ProblemCode.CPU_UNSUPPORTED,
                    "This machine cannot run the embedded engine: "
                            + shelf.embedded().reason() + ".",
                    "Start it on another hive, or with llama-server.");
        }
        String lacking = lacking(options, gpu);
        if (lacking != null) {
            throw new ProblemException(Problem.field(
                    "options",
                    "The embedded engine has no " + lacking + ".",
                    "Leave it out, or choose the engine llama-server."));
        }
        String why = EmbeddedSupport.refusal(model);
        if (why != null) {
            throw missing(why, shelf);
        }
        return EMBEDDED;
    }

    private static String llamaServer(Shelf shelf) {
        if (shelf.llamaServer() == null) {
            throw missing("There is no llama-server on this hive that works.", shelf);
        }
        return EngineShelf.LLAMA_SERVER;
    }

    private static @Nullable String whyNot(GgufInfo model, Shelf shelf) {
        return shelf.embedded().available()
                ? EmbeddedSupport.refusal(model)
                : "The embedded engine cannot run here: " + shelf.embedded().reason() + ".";
    }

    /** What the embedded engine lacks of what was asked for. */
    private static @Nullable String lacking(WorkerOptions options, boolean gpu) {
        if (gpu || (options.gpuLayers() != null && options.gpuLayers() > 0)) {
            return "GPUs";
        }
        if (options.kvType() != null && !options.kvType().equals("f16")) {
            return "cache of the type " + options.kvType();
        }
        if (Boolean.TRUE.equals(options.flashAttention())) {
            return "flash attention";
        }
        return options.draft() == null ? null : "draft models";
    }

    private static ProblemException missing(String why, Shelf shelf) {
        return ProblemException.of(
                ProblemCode.ENGINE_MISSING,
                why,
                shelf.llamaServer() == null
                        ? INSTALL + shelf.hive() + " --url <release archive of llama.cpp> --sha256 <hash>"
                        : "Start it with the engine llama-server.");
    }
}
