package dev.rbee.service.hive;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerIdentity;
import dev.rbee.service.hive.process.WorkerPlan;
import dev.rbee.service.models.FitCheck;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelStore;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a request, or says what is wrong with it. Each field has its range; none becomes a flag. Reads the disk. */
public final class SpawnCheck {

    private final ModelStore models;
    private final HiveOptions options;
    private final EngineInfo engine;
    private final LongSupplier freeMemory;
    private final Supplier<String> ids;
    private final boolean linked;

    /**
     * Makes one.
     *
     * @param freeMemory bytes free now
     * @param ids makes ids of workers
     * @param linked the hive belongs to a queen on another machine, who names its workers
     */
    public SpawnCheck(
            ModelStore models,
            HiveOptions options,
            EngineInfo engine,
            LongSupplier freeMemory,
            Supplier<String> ids,
            boolean linked) {
        this.models = models;
        this.options = options;
        this.engine = engine;
        this.freeMemory = freeMemory;
        this.ids = ids;
        this.linked = linked;
    }

    /** The plan; throws what is wrong. */
    public WorkerPlan plan(SpawnWorker request) {
        if (!engine.available()) {
            throw ProblemException.of(
                    ProblemCode.CPU_UNSUPPORTED,
                    "This machine cannot run a worker: " + engine.reason() + ".",
                    "Start it on another hive.");
        }
        String model = SpawnFields.check(request);
        WorkerIdentity identity = linked ? SpawnFields.identity(request.identity()) : null;
        backend(request.backend());
        device(request.device() == null ? null : request.device().name());
        Integer ctx = request.ctx();
        Integer slots = request.slots();
        Integer threads = request.threads();

        ModelFile file = models.find(model);
        GgufInfo info = models.info(file);
        int context = FitCheck.context(info, ctx, options.ctx());
        int parallel = slots == null ? options.slots() : slots;
        FitCheck.memory(info, context, parallel, freeMemory.getAsLong());
        return new WorkerPlan(
                identity == null ? ids.get() : identity.workerId(),
                file.id(),
                file.path(),
                context,
                parallel,
                threads == null ? options.threads() : threads,
                identity);
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

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "..." : plain;
    }
}
