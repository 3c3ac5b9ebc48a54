package dev.rbee.service.queen.inference;

import dev.rbee.service.queen.dialect.Target;
import org.jspecify.annotations.Nullable;

/** Servers of others that answer for some of the workers. Thread-safe. */
public interface Attached {
    /** {@link dev.rbee.contract.workers.WorkerInfo#implementation} of such workers, and their backend. */
    String NAME = "attached";

    /** There are none. */
    Attached NONE = new Attached() {
        @Override
        public @Nullable Target target(String workerId) {
            return null;
        }

        @Override
        public boolean isWell(String workerId) {
            return false;
        }
    };

    /** Where that worker's requests go; null: it is none of them, or gone. Never blocks. */
    @Nullable
    Target target(String workerId);

    /** Looks now how the server of that worker is; blocks for some seconds at most. */
    boolean isWell(String workerId);
}
