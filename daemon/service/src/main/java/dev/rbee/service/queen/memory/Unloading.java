package dev.rbee.service.queen.memory;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.workers.WorkerEnds;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unloads workers: those that have been idle for too long by itself, others on request. From then on a worker gets nothing new; it ends when it
 * has finished. Thread-safe, does not block.
 */
public final class Unloading {
    /** Workers whose times are remembered. */
    private static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Unloading.class);

    private final WorkerRegistry registry;
    private final IdleTimes times;
    private final WorkerEnds ends;
    private final LongSupplier nanos;
    private final Map<String, Integer> started = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    });

    /** {@code nanos}: the clock of {@code times}. */
    public Unloading(WorkerRegistry registry, IdleTimes times, WorkerEnds ends, LongSupplier nanos) {
        this.registry = registry;
        this.times = times;
        this.ends = ends;
        this.nanos = nanos;
    }

    /** That worker may be idle for so many seconds, where it does not say so itself; 0: for ever. */
    public void started(String worker, int idleS) {
        started.put(worker, idleS);
    }

    /** To be called every second. */
    public void tick() {
        long now = nanos.getAsLong();
        for (WorkerInfo worker : registry.lists().idle()) {
            if (IdleRule.over(worker, times.of(worker.id()), started.get(worker.id()), now)) {
                unload(worker, "it had nothing to do for long enough");
            }
        }
    }

    /** Ends that worker once it has finished; does nothing where it is gone. */
    public void unload(String id, String why) {
        registry.lists().get(id).ifPresent(worker -> unload(worker, why));
    }

    private void unload(WorkerInfo worker, String why) {
        LOG.info("worker={} model={} hive={} unloaded: {}", worker.id(), worker.modelRef(), worker.nodeName(), why);
        if (registry.drain(worker.id())) {
            ends.drain(worker);
        }
    }
}
