package dev.rbee.app.chat;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts and times the tokens of one answer; what the worker itself measured counts more. Thread-safe. */
final class Clockwork {
    private final LongSupplier nanos;
    private final long asked;
    private long first;
    private long last;
    private int pieces;
    private @Nullable Usage usage;
    private @Nullable Timings timings;

    Clockwork(LongSupplier nanos) {
        this.nanos = nanos;
        asked = nanos.getAsLong();
    }

    synchronized void token() {
        last = nanos.getAsLong();
        if (pieces++ == 0) {
            first = last;
        }
    }

    synchronized void end(@Nullable Usage counted, @Nullable Timings measured) {
        usage = counted;
        timings = measured;
    }

    /** How it went so far. */
    synchronized Answer.Figures figures() {
        int tokens = usage == null ? pieces : usage.completionTokens();
        Double perSecond = timings == null ? null : timings.predictedPerSecond();
        if (perSecond == null && pieces > 1 && last > first) {
            perSecond = (pieces - 1) * 1e9 / (last - first);
        }
        return new Answer.Figures(tokens, perSecond, pieces == 0 ? 0 : (first - asked) / 1e6);
    }
}
