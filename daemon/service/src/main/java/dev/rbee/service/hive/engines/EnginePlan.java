package dev.rbee.service.hive.engines;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.contract.workers.WorkerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine of a worker, from what was asked for and what there is. Pure. */
public final class EnginePlan {
    private static final Set<String> BACKENDS = Set.of("cpu", "gpu", "cuda", "metal", "vulkan", "rocm");
    private static final String CPU = "cpu";
    /** Every GPU that the engine sees. */
    private static final String ALL = "gpu";

    private EnginePlan() {}

    /** Which device was asked for: {@code cpu}, {@code gpu}, one as {@code GPU-0}, or null. Throws {@code invalid_field}. */
    public static @Nullable String device(SpawnWorker request, List<String> gpus) {
        String backend = request.backend() == null ? "" : request.backend().toLowerCase(Locale.ROOT);
        boolean engine = backend.equals("embedded") || backend.equals(EngineShelf.LLAMA_SERVER);
        if (!backend.isEmpty() && !engine && !BACKENDS.contains(backend)) {
            throw wrong(
                    "backend",
                    "This hive has no backend \"" + shown(backend) + "\".",
                    "It has \"cpu\"" + (gpus.isEmpty() ? "" : " and \"gpu\"") + "; leave the field out.");
        }
        String name = request.device() == null ? null : request.device().name();
        if (name == null) {
            return backend.isEmpty() || engine ? null : backend.equals(CPU) ? CPU : ALL;
        }
        if (name.equalsIgnoreCase(CPU) || (name.equals("0") && gpus.isEmpty())) {
            return CPU;
        }
        if (name.equalsIgnoreCase(ALL)) {
            return ALL;
        }
        String wanted = name.matches("\\d{1,3}") ? "GPU-" + name : name;
        for (String gpu : gpus) {
            if (gpu.equalsIgnoreCase(wanted)) {
                return gpu;
            }
        }
        throw wrong(
                "device",
                "Workers of this hive cannot run on \"" + shown(name) + "\".",
                "They run on \"cpu\"" + (gpus.isEmpty() ? "" : ", " + String.join(", ", gpus))
                        + "; leave the field out.");
    }

    /**
     * The engine.
     *
     * @param model what is to run
     * @param request as it came, its fields within their ranges
     * @param device as {@link #device} says
     * @param mmproj projector beside the model, or null
     * @param draft file of the draft model asked for, or null
     */
    public static WorkerEngine of(
            GgufInfo model,
            SpawnWorker request,
            @Nullable String device,
            @Nullable Path mmproj,
            @Nullable Path draft,
            EngineChoice.Shelf shelf) {
        WorkerOptions options = options(request);
        boolean gpu = device != null && !device.equals(CPU);
        if (EngineChoice.choose(model, options, gpu, shelf).equals(EngineShelf.LLAMA_SERVER)) {
            return llama(options, device, mmproj, draft, Objects.requireNonNull(shelf.llamaServer()));
        }
        return new WorkerEngine("embedded", null, CPU, null, null, null, null, null, options.idleS());
    }

    /** The options, with the engine that the request's backend names. */
    private static WorkerOptions options(SpawnWorker request) {
        WorkerOptions given = Objects.requireNonNullElse(request.options(), WorkerOptions.NONE);
        String backend = request.backend();
        boolean named = "embedded".equals(backend) || EngineShelf.LLAMA_SERVER.equals(backend);
        if (!named || given.engine() != null) {
            return given;
        }
        return new WorkerOptions(
                backend,
                given.gpuLayers(),
                given.kvType(),
                given.flashAttention(),
                given.draft(),
                given.vision(),
                given.idleS(),
                given.memoryBytes());
    }

    private static WorkerEngine llama(
            WorkerOptions options,
            @Nullable String device,
            @Nullable Path mmproj,
            @Nullable Path draft,
            EngineInfo program) {
        boolean sees = program.devices() != null && !program.devices().isEmpty();
        boolean none = Integer.valueOf(0).equals(options.gpuLayers());
        boolean asked = (device != null && !device.equals(CPU)) || (options.gpuLayers() != null && !none);
        if (asked && !sees) {
            throw ProblemException.of(
                    ProblemCode.ENGINE_MISSING,
                    "The llama-server " + program.version() + " of this hive sees no GPU.",
                    "Install a build for its GPU, or run the model on the processor.");
        }
        String where = none || !sees ? CPU : Objects.requireNonNullElse(device, ALL);
        Path images = Boolean.FALSE.equals(options.vision()) ? null : mmproj;
        return new WorkerEngine(
                EngineShelf.LLAMA_SERVER,
                program.path(),
                where,
                where.equals(CPU) ? Integer.valueOf(0) : options.gpuLayers(),
                options.kvType(),
                options.flashAttention(),
                draft == null ? null : draft.toString(),
                images == null ? null : images.toString(),
                options.idleS());
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }

    private static ProblemException wrong(String field, String message, String hint) {
        return new ProblemException(Problem.field(field, message, hint));
    }
}
