package dev.rbee.worker.serve;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Sums since the start, for /metrics and the heartbeat. Thread-safe. */
public final class Counters {
    final LongAdder answered = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder cancelled = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder embeddings = new LongAdder();
    final LongAdder promptTokens = new LongAdder();
    final LongAdder completionTokens = new LongAdder();
    final DoubleAdder promptSeconds = new DoubleAdder();
    final DoubleAdder predictedSeconds = new DoubleAdder();
    final DoubleAdder firstTokenSeconds = new DoubleAdder();
    private volatile double tokensPerSecond;
    private volatile @Nullable Double promptTokensPerSecond;

    /** An answer is whole. */
    public void answered(Usage usage, Timings timings) {
        answered.increment();
        promptTokens.add(usage.promptTokens());
        completionTokens.add(usage.completionTokens());
        promptSeconds.add(timings.promptMs() / 1000);
        predictedSeconds.add(timings.predictedMs() / 1000);
        firstTokenSeconds.add(timings.ttftMs() / 1000);
        if (timings.promptPerSecond() != null) {
            promptTokensPerSecond = timings.promptPerSecond();
        }
        Double speed = timings.predictedPerSecond();
        if (speed != null) {
            double before = tokensPerSecond;
            tokensPerSecond = before == 0 ? speed : 0.7 * before + 0.3 * speed;
        }
    }

    /** Tokens per second of the last answers, per slot; 0 before the first. */
    public double tokensPerSecond() {
        return tokensPerSecond;
    }

    /** Tokens per second with which the last prompt was read; null before the first. */
    public @Nullable Double promptTokensPerSecond() {
        return promptTokensPerSecond;
    }
}
