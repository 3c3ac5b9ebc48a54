package dev.rbee.service.hive.process;

import java.io.IOException;
import java.time.Duration;

/** What a hive asks of a running worker over its HTTP door. All calls block, two seconds at most. */
public interface WorkerDoor {
    /** True once the model is loaded; false while it loads. Throws {@link IOException} where nobody answers. */
    boolean loaded(WorkerPlan worker, int port) throws IOException;

    /** Has it look for registry and queen again. Throws {@link IOException} where nobody answers. */
    void announce(WorkerPlan worker, int port) throws IOException;

    /** Asks it to take nothing new, finish within {@code grace} and end. Throws {@link IOException} where nobody answers. */
    void shutdown(WorkerPlan worker, int port, Duration grace) throws IOException;
}
