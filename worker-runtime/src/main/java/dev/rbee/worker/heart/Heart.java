package dev.rbee.worker.heart;

import dev.rbee.client.QueenAnnouncer;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.contract.workers.WorkerStatus;
import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.engine.EngineFacts;
import dev.rbee.worker.engine.SlotUse;
import dev.rbee.worker.serve.Counters;
import dev.rbee.worker.serve.Identity;
import dev.rbee.worker.serve.Life;
import dev.rbee.worker.serve.Phase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worker's picture of itself, taken anew for every beat. Thread-safe. */
public final class Heart implements QueenAnnouncer.Self {
    private final Identity self;
    private final String host;
    private final int port;
    private final int slots;
    private final Life life;
    private final Counters counters;
    private final RunReport runs;
    private volatile boolean stopped;

    /** For a worker that listens there; {@code slots} is what it will have once its model is loaded. */
    public Heart(Identity self, String host, int port, int slots, Life life, Counters counters, RunReport runs) {
        this.self = self;
        this.host = host;
        this.port = port;
        this.slots = slots;
        this.life = life;
        this.counters = counters;
        this.runs = runs;
    }

    /** From now on it says that it has stopped. */
    public void stopped() {
        stopped = true;
    }

    /** What others would see change: beats are due when this is another one than before. */
    public WorkerState state() {
        return switch (life.phase()) {
            case LOADING -> WorkerState.LOADING;
            case DRAINING -> WorkerState.DRAINING;
            case SERVING -> use().busy() > 0 ? WorkerState.BUSY : WorkerState.IDLE;
        };
    }

    @Override
    public RegisterWorker registration(@Nullable Long epoch) {
        EngineFacts facts = facts();
        return new RegisterWorker(
                self.workerId(),
                url(),
                self.model(),
                facts == null ? "cpu" : facts.backend(),
                runs.device(),
                self.hiveId(),
                slots,
                null,
                epoch,
                state(),
                ProcessHandle.current().pid(),
                facts == null ? null : facts.implementation(),
                Version.CURRENT,
                facts == null ? null : facts.context(),
                facts == null ? null : facts.embeddings(),
                runs.memory(),
                facts == null ? null : facts.generates(),
                runs.run());
    }

    @Override
    public WorkerHeart heart(long epoch, long seq) {
        EngineFacts facts = facts();
        return new WorkerHeart(
                self.workerId(),
                self.model(),
                runs.device(),
                port,
                status(),
                facts == null ? null : facts.implementation(),
                Version.CURRENT,
                epoch,
                seq,
                self.hiveId(),
                url(),
                facts == null ? "cpu" : facts.backend(),
                slots,
                use().busy(),
                null,
                runs.memory(),
                counters.tokensPerSecond(),
                facts == null ? null : facts.context(),
                ProcessHandle.current().pid(),
                facts == null ? null : facts.embeddings(),
                facts == null ? null : facts.generates(),
                runs.run());
    }

    /** For the registry. */
    public RegisterRequest component() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("worker_type", "llm");
        metadata.put("model", self.model());
        metadata.put("hive_id", self.hiveId());
        metadata.put("slots", slots);
        return new RegisterRequest(ComponentType.WORKER, self.workerId(), host, port, metadata);
    }

    private WorkerStatus status() {
        if (stopped) {
            return WorkerStatus.STOPPED;
        }
        Phase phase = life.phase();
        return switch (phase) {
            case LOADING -> WorkerStatus.STARTING;
            case DRAINING -> WorkerStatus.STOPPING;
            case SERVING -> use().free() > 0 ? WorkerStatus.READY : WorkerStatus.BUSY;
        };
    }

    private String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private SlotUse use() {
        Engine engine = life.engine();
        return engine == null ? new SlotUse(slots, 0, 0) : engine.use();
    }

    private @Nullable EngineFacts facts() {
        Engine engine = life.engine();
        return engine == null ? null : engine.facts();
    }
}
