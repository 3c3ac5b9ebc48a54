package dev.rbee.service.models.download;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.PartialPlan;
import java.io.IOException;
import java.nio.file.Files;

/** Whether the disk has room for all files of a download, before the first byte of any. Looks at the disk. */
final class Room {
    private static final long SPARE = 64L << 20;

    private final ModelStore store;

    Room(ModelStore store) {
        this.store = store;
    }

    /** Throws {@code storage_full}. */
    void check(PartialPlan plan) throws IOException {
        Long total = plan.totalBytes();
        if (total == null) {
            return;
        }
        long missing = total - store.doneBytes(plan);
        long free = Files.getFileStore(store.folder()).getUsableSpace();
        if (missing > 0 && free < missing + SPARE) {
            throw ProblemException.of(
                    ProblemCode.STORAGE_FULL,
                    "The download needs " + mib(missing) + " MiB more, " + store.folder() + " has " + mib(free)
                            + " MiB free.",
                    "Make room (rbee model gc, rbee model rm), or choose another folder by models.dir.");
        }
    }

    private static long mib(long bytes) {
        return bytes >> 20;
    }
}
