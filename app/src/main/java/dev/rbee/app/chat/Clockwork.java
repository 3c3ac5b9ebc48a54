package dev.rbee.app.chat;

import dev.rbee.app.chats.store.Figures;
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
    private long answered;
    private int pieces;
    private @Nullable String reason;
    private @Nullable Usage usage;
    private @Nullable Timings timings;

    Clockwork(LongSupplier nanos) {
        this.nanos = nanos;
        asked = nanos.getAsLong();
    }

    /** A piece came; of a thought or of the answer. */
    synchronized void token(boolean thought) {
        last = nanos.getAsLong();
        if (pieces++ == 0) {
            first = last;
        }
        if (!thought && answered == 0) {
            answered = last;
        }
    }

    synchronized void end(@Nullable String why, @Nullable Usage counted, @Nullable Timings measured) {
        reason = why;
        usage = counted;
        timings = measured;
    }

    /** From the first piece to the first one of the answer, milliseconds. */
    synchronized long thoughtMs() {
        return answered == 0 ? (last - first) / 1_000_000 : (answered - first) / 1_000_000;
    }

    /** How it went so far. */
    synchronized Figures figures() {
        int tokens = usage == null ? pieces : usage.completionTokens();
        Double perSecond = timings == null ? null : timings.predictedPerSecond();
        if (perSecond == null && pieces > 1 && last > first) {
            perSecond = (pieces - 1) * 1e9 / (last - first);
        }
        return new Figures(
                usage == null ? null : usage.promptTokens(),
                tokens,
                perSecond,
                pieces == 0 ? null : (first - asked) / 1e6,
                (nanos.getAsLong() - asked) / 1e6,
                reason,
                null);
    }
}
