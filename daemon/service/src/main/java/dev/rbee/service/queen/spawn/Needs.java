package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.SpawnWorker;
import org.jspecify.annotations.Nullable;

/** How much main memory of a hive a worker takes. Never blocks. */
@FunctionalInterface
public interface Needs {
    /** Of the file's size alone. */
    Needs BY_SIZE = (hive, model, order) -> (long) (model.sizeBytes() * 1.2) + (300L << 20);

    /** Bytes, for that model with those options. */
    long bytes(HiveInfo hive, ModelEntry model, SpawnWorker order);

    /** The same where earlier runs have measured it there; its hive prefers that to its own estimate. Null: not known. */
    default @Nullable Long measured(HiveInfo hive, ModelEntry model, SpawnWorker order) {
        return null;
    }
}
