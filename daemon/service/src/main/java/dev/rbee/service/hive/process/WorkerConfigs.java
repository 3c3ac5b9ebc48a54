package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.WorkerConfig;

/** Makes the first line of a worker's stdin; asked anew at every start, so that it names today's addresses. */
@FunctionalInterface
public interface WorkerConfigs {
    /** The configuration of this worker on this port (0: any); does not block. */
    WorkerConfig config(WorkerPlan plan, int port);
}
