package dev.rbee.client.ssh;

import com.jcraft.jsch.SftpProgressMonitor;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Follows one upload: tells how much is there, and ends it when nobody wants it any more. The thread that uploads. */
final class Upload implements SftpProgressMonitor {
    private final LongConsumer progress;
    private final BooleanSupplier cancelled;
    private long from;
    private long sent;
    private boolean stopped;

    Upload(LongConsumer progress, BooleanSupplier cancelled) {
        this.progress = progress;
        this.cancelled = cancelled;
    }

    void startAt(long there) {
        from = there;
        progress.accept(there);
    }

    long sent() {
        return sent;
    }

    /** Throws {@code cancelled} where it was ended half-way. */
    void throwIfCancelled(String machine) {
        if (stopped) {
            throw ProblemException.of(
                    ProblemCode.CANCELLED,
                    "The upload to " + machine + " was cancelled.",
                    "The next one goes on where this one ended.");
        }
    }

    @Override
    public void init(int operation, String source, String destination, long size) {
        // startAt knows more
    }

    @Override
    public boolean count(long bytes) {
        sent += bytes;
        progress.accept(from + sent);
        stopped = cancelled.getAsBoolean();
        return !stopped;
    }

    @Override
    public void end() {
        // the caller knows
    }
}
