package dev.rbee.app.remote;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;

/** Who is there when the queen is not: asks the registry. Thread-safe. */
public interface Discovery {
    /** Hives and workers the registry lists. */
    record Found(List<HiveInfo> hives, List<WorkerInfo> workers) {}

    /** Asks; blocks for 2 s at most; throws {@link dev.rbee.contract.problem.ProblemException} where no registry answers. */
    Found look();
}
