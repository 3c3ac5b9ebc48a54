package dev.rbee.app.remote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Logs of all parts by ids like {@code queen}, {@code application}, {@code hive:<id>}, {@code worker:<id>}. */
@FunctionalInterface
public interface JournalSource {
    /** Takes lines as they come, on any thread; must not block. */
    @FunctionalInterface
    interface Ear {
        /** {@code at}: when it was written, where that is known beside the line. */
        void line(String line, @Nullable Instant at);
    }

    /**
     * The log of that id, from its last lines on; returns when the stream is closed or interrupted. Blocks; throws
     * {@link dev.rbee.contract.problem.ProblemException}.
     */
    void follow(String id, Ear ear) throws InterruptedException;
}
