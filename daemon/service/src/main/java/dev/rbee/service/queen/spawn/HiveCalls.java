package dev.rbee.service.queen.spawn;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.HiveInfo;

/** How the queen calls a hive. Calls of the client block. */
@FunctionalInterface
public interface HiveCalls {
    /** A client for that hive; throws {@link dev.rbee.contract.problem.ProblemException} where it cannot be one's own hive. */
    HiveClient to(HiveInfo hive);
}
