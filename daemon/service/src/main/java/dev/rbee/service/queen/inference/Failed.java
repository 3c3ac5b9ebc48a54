package dev.rbee.service.queen.inference;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.workers.Lease;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The workers that failed one request; a worker that began a new epoch since is a new one. Belongs to the request's thread. */
final class Failed {
    private final Map<String, Long> epochs = new HashMap<>();
    private final WorkerLists workers;

    Failed(WorkerLists workers) {
        this.workers = workers;
    }

    void add(Lease lease) {
        epochs.put(lease.workerId(), lease.epoch());
    }

    /** Those that are still what failed. */
    Set<String> ids() {
        if (epochs.isEmpty()) {
            return Set.of();
        }
        Set<String> still = new HashSet<>();
        epochs.forEach((id, epoch) -> {
            if (workers.get(id).map(WorkerInfo::epoch).filter(epoch::equals).isPresent()) {
                still.add(id);
            }
        });
        return still;
    }
}
