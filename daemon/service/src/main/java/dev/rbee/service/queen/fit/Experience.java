package dev.rbee.service.queen.fit;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.service.models.fit.FitQuestion;
import dev.rbee.service.models.fit.FitSpeed;
import dev.rbee.service.models.fit.Learnt;
import dev.rbee.service.queen.store.LearntRun;
import dev.rbee.service.queen.store.LearntTable;
import dev.rbee.service.queen.workers.WorkerChange;
import dev.rbee.service.queen.workers.WorkerListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What runs of workers teach: their memory, load time and speed, kept in the database. To be told of the worker registry's changes (which returns
 * at once) and called every second. Thread-safe; only the constructor blocks.
 */
public final class Experience implements WorkerListener {
    /** Smaller models sit in the processor's caches and teach nothing of memory's speed. */
    private static final double SMALLEST_READ = 50e6;

    private final LearntTable table;
    private final BiFunction<String, String, @Nullable ModelEntry> entries;
    private final InstantSource clock;
    private final Map<RunKey, LearntRun> known = new ConcurrentHashMap<>();
    private final Map<String, WorkerInfo> news = new ConcurrentHashMap<>();

    /**
     * Reads what is known.
     *
     * @param entries the entry of a model on a hive (hive, model), null where there is none; must not block
     */
    public Experience(
            LearntTable table, BiFunction<String, String, @Nullable ModelEntry> entries, InstantSource clock) {
        this.table = table;
        this.entries = entries;
        this.clock = clock;
        table.all().forEach(run -> known.put(RunKey.of(run), run));
    }

    @Override
    public void changed(WorkerChange change) {
        WorkerInfo now = change.after();
        if (now == null || now.context() == null) {
            return;
        }
        boolean runs = now.state() == WorkerState.IDLE || now.state() == WorkerState.BUSY;
        WorkerRun run = now.run();
        if (runs && run != null && run.engine() != null && !run.engine().equals("attached")) {
            news.put(now.id(), now);
        }
    }

    /** Takes in what was heard since the last call. */
    public void tick() {
        List<LearntRun> changed = new ArrayList<>();
        for (String id : List.copyOf(news.keySet())) {
            WorkerInfo worker = news.remove(id);
            if (worker == null) {
                continue;
            }
            ModelEntry entry = entries.apply(worker.nodeName(), worker.modelRef());
            ModelHeader header = entry == null ? null : entry.header();
            LearntRun run = Lessons.of(worker, header == null ? null : FitSpeed.bytesPerToken(header));
            RunKey key = RunKey.of(run);
            LearntRun old = known.get(key);
            LearntRun better = old == null ? run : Lessons.merged(old, run);
            if (old == null || Lessons.differs(old, better)) {
                known.put(key, better);
                changed.add(better);
            }
        }
        if (!changed.isEmpty()) {
            var _ = table.save(changed, clock.instant());
        }
    }

    /**
     * What is known of runs like that.
     *
     * @param sha256 of the file where known; a run of another file of that name does not count
     * @param gpuLayers layers that would be on GPUs
     */
    public Learnt of(
            String hive, String device, String model, @Nullable String sha256, FitQuestion question, int gpuLayers) {
        RunKey key = new RunKey(
                hive,
                question.engine().wire(),
                model,
                question.ctx(),
                question.slots(),
                question.options().kvType() == null ? "f16" : question.options().kvType(),
                gpuLayers);
        LearntRun run = known.get(key);
        Double bandwidth = bandwidth(hive, question.engine().wire(), device);
        if (run == null || (sha256 != null && run.sha256() != null && !sha256.equals(run.sha256()))) {
            return new Learnt(null, null, null, bandwidth);
        }
        return new Learnt(run.peakBytes(), run.loadMs(), run.tokensPerSecond(), bandwidth);
    }

    /** Bytes per second with which that device read weights when it was quickest; null where nothing great enough ran on it. */
    private @Nullable Double bandwidth(String hive, String engine, String device) {
        return known.values().stream()
                .filter(run -> run.hive().equals(hive)
                        && run.engine().equals(engine)
                        && run.device().equals(device))
                .map(Experience::speed)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
    }

    private static @Nullable Double speed(LearntRun run) {
        Double rate = run.tokensPerSecond();
        Double read = run.bytesPerToken();
        return rate == null || read == null || read < SMALLEST_READ ? null : Double.valueOf(rate * read);
    }
}
