package dev.rbee.service.hive;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.service.hive.process.WorkerPlan;
import dev.rbee.service.models.FitCheck;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelStore;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a request, or says what is wrong with it. Each field has its range; none becomes a flag. Reads the disk. */
public final class SpawnCheck {
    private static final Pattern SPAWN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");
    private static final int CTX_LEAST = 16;
    private static final int CTX_MOST = 1 << 20;
    private static final int SLOTS_MOST = 64;
    private static final int THREADS_MOST = 512;

    private final ModelStore models;
    private final HiveOptions options;
    private final EngineInfo engine;
    private final LongSupplier freeMemory;
    private final Supplier<String> ids;

    /**
     * Makes one.
     *
     * @param freeMemory bytes free now
     * @param ids makes ids of workers
     */
    public SpawnCheck(
            ModelStore models, HiveOptions options, EngineInfo engine, LongSupplier freeMemory, Supplier<String> ids) {
        this.models = models;
        this.options = options;
        this.engine = engine;
        this.freeMemory = freeMemory;
        this.ids = ids;
    }

    /** The plan; throws what is wrong. */
    public WorkerPlan plan(SpawnWorker request) {
        if (!engine.available()) {
            throw ProblemException.of(
                    ProblemCode.CPU_UNSUPPORTED,
                    "This machine cannot run a worker: " + engine.reason() + ".",
                    "Start it on another hive.");
        }
        String model = request.model();
        if (model == null || model.isBlank()) {
            throw new ProblemException(Problem.missing("model"));
        }
        spawnId(request.spawnId());
        backend(request.backend());
        device(request.device() == null ? null : request.device().name());
        Integer ctx = within("ctx", request.ctx(), CTX_LEAST, CTX_MOST);
        Integer slots = within("slots", request.slots(), 1, SLOTS_MOST);
        Integer threads = within("threads", request.threads(), 1, THREADS_MOST);

        ModelFile file = models.find(model);
        GgufInfo info = models.info(file);
        int context = FitCheck.context(info, ctx, options.ctx());
        int parallel = slots == null ? options.slots() : slots;
        FitCheck.memory(info, context, parallel, freeMemory.getAsLong());
        return new WorkerPlan(
                ids.get(), file.id(), file.path(), context, parallel, threads == null ? options.threads() : threads);
    }

    private static void spawnId(@Nullable String id) {
        if (id != null && !SPAWN_ID.matcher(id).matches()) {
            throw new ProblemException(Problem.field(
                    "spawn_id",
                    "\"spawn_id\" is not usable.",
                    "Use letters, digits, dot, colon, dash and underscore, at most 128."));
        }
    }

    private static void backend(@Nullable String backend) {
        if (backend != null && !backend.equals("cpu") && !backend.equals("embedded")) {
            throw new ProblemException(Problem.field(
                    "backend",
                    "This hive has no backend \"" + shown(backend) + "\".",
                    "It has \"cpu\"; leave the field out."));
        }
    }

    private static void device(@Nullable String device) {
        if (device != null && !device.toLowerCase(Locale.ROOT).equals("cpu") && !device.equals("0")) {
            throw new ProblemException(Problem.field(
                    "device",
                    "Workers of this hive cannot run on \"" + shown(device) + "\".",
                    "They run on \"cpu\"; leave the field out."));
        }
    }

    private static @Nullable Integer within(String field, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new ProblemException(Problem.field(
                    field,
                    "\"" + field + "\" is " + value + ", outside of " + least + " to " + most + ".",
                    "Send a number from " + least + " to " + most + ", or leave it out."));
        }
        return value;
    }

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }
}
