package dev.rbee.service.queen.fit;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerOptions;
import dev.rbee.service.models.fit.EngineRule;
import dev.rbee.service.models.fit.Fit;
import dev.rbee.service.models.fit.FitEngine;
import dev.rbee.service.models.fit.FitMachine;
import dev.rbee.service.models.fit.FitQuestion;
import dev.rbee.service.models.fit.FitResult;
import dev.rbee.service.models.fit.Learnt;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.queen.spawn.Needs;
import org.jspecify.annotations.Nullable;

/** How a model would run on a hive, as the hive said last. Never blocks. Thread-safe. */
public final class HiveFits implements Needs {
    private final Experience experience;
    private final int usualCtx;
    private final int usualSlots;

    /**
     * Makes one.
     *
     * @param usualCtx tokens per slot where nothing is asked
     * @param usualSlots likewise
     */
    public HiveFits(Experience experience, int usualCtx, int usualSlots) {
        this.experience = experience;
        this.usualCtx = usualCtx;
        this.usualSlots = usualSlots;
    }

    /** For a file of which only the size is known a rough figure. */
    @Override
    public long bytes(HiveInfo hive, ModelEntry model, SpawnWorker order) {
        return of(hive, model, order).need().host();
    }

    @Override
    public @Nullable Long measured(HiveInfo hive, ModelEntry model, SpawnWorker order) {
        FitResult result = of(hive, model, order);
        return result.learnt() ? Long.valueOf(result.need().host()) : null;
    }

    private FitResult of(HiveInfo hive, ModelEntry model, SpawnWorker order) {
        return of(
                hive,
                Subject.of(model),
                order.ctx(),
                order.slots(),
                order.options(),
                order.device() == null ? null : order.device().name());
    }

    /**
     * The whole answer.
     *
     * @param ctx tokens per slot; null: what a worker gets by default
     * @param device only this one; null: the best
     */
    public FitResult of(
            HiveInfo hive,
            Subject subject,
            @Nullable Integer ctx,
            @Nullable Integer slots,
            @Nullable WorkerOptions options,
            @Nullable String device) {
        ModelHeader model = subject.header();
        WorkerOptions asked = options == null ? WorkerOptions.NONE : options;
        FitMachine machine =
                device == null ? FitMachine.of(hive) : FitMachine.of(hive).only(device);
        Capabilities has = hive.capabilities();
        EngineRule.Choice choice = has == null
                ? new EngineRule.Choice(null, "It has not said yet what it has.")
                : EngineRule.choose(
                        model, has.engines(), asked.engine(), !machine.gpus().isEmpty());
        FitEngine engine = choice.engine();
        FitQuestion question = new FitQuestion(
                model,
                ctx == null ? usual(model) : ctx,
                slots == null ? usualSlots : slots,
                engine == null ? FitEngine.EMBEDDED : engine,
                asked,
                draft(has, asked));
        if (engine == null) {
            return Fit.unsupported(question, machine, String.valueOf(choice.why()));
        }
        FitResult plain = Fit.of(question, machine);
        Learnt learnt = experience.of(
                hive.id(),
                plain.device(),
                subject.name(),
                subject.sha256(),
                question,
                plain.need().gpuLayers());
        return learnt.equals(Learnt.NOTHING) ? plain : Fit.of(question, machine, learnt);
    }

    private int usual(ModelHeader model) {
        Integer trained = model.context();
        return trained == null ? usualCtx : Math.min(usualCtx, trained);
    }

    private static long draft(@Nullable Capabilities has, WorkerOptions asked) {
        String draft = asked.draft();
        if (has == null || draft == null) {
            return 0;
        }
        return has.models().stream()
                .filter(entry -> ModelNames.same(entry.id(), draft))
                .mapToLong(ModelEntry::sizeBytes)
                .findFirst()
                .orElse(0);
    }
}
