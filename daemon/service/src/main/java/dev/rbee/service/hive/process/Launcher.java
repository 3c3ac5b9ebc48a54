package dev.rbee.service.hive.process;

import java.io.IOException;

/** Starts the process of a worker. */
@FunctionalInterface
public interface Launcher {
    /**
     * Starts it and gives it its configuration. Blocks for a fork and a small write; throws {@link IOException} where the
     * system refuses.
     *
     * @param port to listen on, 0 for any
     */
    Launched launch(WorkerPlan plan, int port) throws IOException;
}
