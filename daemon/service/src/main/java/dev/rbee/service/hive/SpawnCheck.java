package dev.rbee.service.hive;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.contract.workers.WorkerIdentity;
import dev.rbee.contract.workers.WorkerOptions;
import dev.rbee.service.hive.engines.EngineChoice;
import dev.rbee.service.hive.engines.EnginePlan;
import dev.rbee.service.hive.engines.EngineShelf;
import dev.rbee.service.hive.process.WorkerPlan;
import dev.rbee.service.models.FitCheck;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.fit.Fit;
import dev.rbee.service.models.fit.FitEngine;
import dev.rbee.service.models.fit.FitMachine;
import dev.rbee.service.models.fit.FitQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a request, or says what is wrong with it. Each field has its range; none becomes a flag. Reads the disk. */
public final class SpawnCheck {
    private final ModelStore models;
    private final HiveOptions options;
    private final EngineShelf engines;
    private final Supplier<FitMachine> machine;
    private final Supplier<String> ids;
    private final boolean linked;

    /**
     * Makes one.
     *
     * @param machine memory now, of this machine and its GPUs
     * @param ids makes ids of workers
     * @param linked the hive belongs to a queen on another machine, who names its workers
     */
    public SpawnCheck(
            ModelStore models,
            HiveOptions options,
            EngineShelf engines,
            Supplier<FitMachine> machine,
            Supplier<String> ids,
            boolean linked) {
        this.models = models;
        this.options = options;
        this.engines = engines;
        this.machine = machine;
        this.ids = ids;
        this.linked = linked;
    }

    /** The plan; throws what is wrong. */
    public WorkerPlan plan(SpawnWorker request) {
        String model = SpawnFields.check(request);
        WorkerIdentity identity = linked ? SpawnFields.identity(request.identity()) : null;
        WorkerOptions wanted = Objects.requireNonNullElse(request.options(), WorkerOptions.NONE);
        FitMachine has = machine.get();
        String device = EnginePlan.device(
                request, has.gpus().stream().map(gpu -> gpu.id()).toList());
        Integer slots = request.slots();
        Integer threads = request.threads();
        ModelFile file = models.find(model);
        GgufInfo info = models.info(file);
        int context = FitCheck.context(info, request.ctx(), options.ctx());
        int parallel = slots == null ? options.slots() : slots;
        Path draft = wanted.draft() == null ? null : models.find(wanted.draft()).path();
        Path mmproj = file.projector();
        WorkerEngine engine = EnginePlan.of(
                info,
                request,
                device,
                mmproj,
                draft,
                new EngineChoice.Shelf(options.hiveId(), engines.embedded(), engines.llamaServer(), engines.prefer()));
        var _ = Fit.of(
                        new FitQuestion(
                                info.header(),
                                context,
                                parallel,
                                FitEngine.of(engine.name()),
                                wanted,
                                size(draft) + size(engine.mmprojPath() == null ? null : mmproj)),
                        "gpu".equals(engine.device()) ? has : has.only(String.valueOf(engine.device())))
                .demand();
        return new WorkerPlan(
                identity == null ? ids.get() : identity.workerId(),
                file.id(),
                file.path(),
                context,
                parallel,
                threads == null ? options.threads() : threads,
                identity,
                engine,
                models.entry(file.id()).sha256());
    }

    private static long size(@Nullable Path file) {
        try {
            return file == null ? 0 : Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
