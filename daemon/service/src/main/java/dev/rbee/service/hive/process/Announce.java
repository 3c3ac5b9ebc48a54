package dev.rbee.service.hive.process;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one worker that the way to registry and queen is another one now. */
final class Announce {
    private static final Logger LOG = LoggerFactory.getLogger(Announce.class);

    private Announce() {}

    /** To be run where waiting does no harm; a worker that is not reached finds the way by itself, later. */
    static Runnable of(WorkerDoor door, WorkerPlan plan, int port) {
        return () -> {
            try {
                door.announce(plan, port);
            } catch (IOException e) {
                LOG.debug("worker={} not told of the new way: {}", plan.workerId(), e.toString());
            }
        };
    }
}
