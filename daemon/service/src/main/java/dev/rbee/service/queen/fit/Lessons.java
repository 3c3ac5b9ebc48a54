package dev.rbee.service.queen.fit;

import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.service.queen.store.LearntRun;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one worker's word teaches, and how it goes together with what was known. Pure. */
final class Lessons {
    /** Weight of the newest speed. */
    private static final double NEW = 0.3;

    private Lessons() {}

    static LearntRun of(WorkerInfo worker, @Nullable Double bytesPerToken) {
        WorkerRun run = Objects.requireNonNull(worker.run());
        Double rate = positive(worker.tokensPerSecond());
        Integer layers = run.gpuLayers();
        Device device = worker.device();
        return new LearntRun(
                worker.nodeName(),
                layers == null || layers == 0 || device == null ? "cpu" : device.name(),
                Objects.requireNonNullElse(run.engine(), "embedded"),
                worker.modelRef(),
                run.sha256(),
                run.quantization(),
                Objects.requireNonNullElse(worker.context(), 0),
                Math.max(1, worker.slotsTotal()),
                Objects.requireNonNullElse(run.kvType(), "f16"),
                layers == null ? 0 : layers,
                // Before its first answer a worker has not touched all that it will need.
                rate == null ? null : run.peakBytes(),
                run.loadMs(),
                rate,
                positive(run.promptTokensPerSecond()),
                bytesPerToken);
    }

    /** Both together; of another file only the newer. */
    static LearntRun merged(LearntRun old, LearntRun now) {
        boolean other =
                old.sha256() != null && now.sha256() != null && !old.sha256().equals(now.sha256());
        if (other) {
            return now;
        }
        return new LearntRun(
                now.hive(),
                now.device(),
                now.engine(),
                now.model(),
                now.sha256() == null ? old.sha256() : now.sha256(),
                now.quantization() == null ? old.quantization() : now.quantization(),
                now.ctx(),
                now.slots(),
                now.kvType(),
                now.gpuLayers(),
                most(old.peakBytes(), now.peakBytes()),
                now.loadMs() == null ? old.loadMs() : now.loadMs(),
                smooth(old.tokensPerSecond(), now.tokensPerSecond()),
                smooth(old.promptTokensPerSecond(), now.promptTokensPerSecond()),
                now.bytesPerToken() == null ? old.bytesPerToken() : now.bytesPerToken());
    }

    /** Whether it is worth a write: a worker's beats differ a little each time. */
    static boolean differs(LearntRun old, LearntRun now) {
        return apart(old.peakBytes(), now.peakBytes(), 0.01)
                || apart(old.loadMs(), now.loadMs(), 0.2)
                || apart(old.tokensPerSecond(), now.tokensPerSecond(), 0.05)
                || apart(old.promptTokensPerSecond(), now.promptTokensPerSecond(), 0.05)
                || !Objects.equals(old.sha256(), now.sha256())
                || !Objects.equals(old.bytesPerToken(), now.bytesPerToken());
    }

    private static boolean apart(@Nullable Number old, @Nullable Number now, double share) {
        if (old == null || now == null) {
            return (old == null) != (now == null);
        }
        return Math.abs(old.doubleValue() - now.doubleValue()) > share * Math.abs(old.doubleValue());
    }

    private static @Nullable Long most(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(Math.max(a, b));
    }

    private static @Nullable Double smooth(@Nullable Double old, @Nullable Double now) {
        return old == null ? now : now == null ? old : Double.valueOf(old + NEW * (now - old));
    }

    private static @Nullable Double positive(@Nullable Double rate) {
        return rate == null || rate <= 0 || !Double.isFinite(rate) ? null : rate;
    }
}
