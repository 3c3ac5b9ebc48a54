package dev.rbee.service.queen.workers;

import dev.rbee.contract.workers.WorkerInfo;

/** Ends the process of a worker. Failures are logged, not thrown: the registry goes on without it. */
public interface WorkerEnds {
    /** Ends nothing. */
    WorkerEnds NONE = new WorkerEnds() {
        @Override
        public void drain(WorkerInfo worker) {}

        @Override
        public void stop(WorkerInfo worker) {}
    };

    /** Lets it finish what it does, however long, then ends it. Returns at once. */
    void drain(WorkerInfo worker);

    /** Lets it finish for some seconds, then ends it. Blocks for some seconds at most. */
    void stop(WorkerInfo worker);
}
