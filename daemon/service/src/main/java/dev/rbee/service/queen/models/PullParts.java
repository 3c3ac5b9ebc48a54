package dev.rbee.service.queen.models;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all pulls of a queen share.
 *
 * @param nanos monotonic
 */
record PullParts(
        HiveRegistry registry, HiveDoor door, JobStore jobs, ModelSource source, Claims claims, LongSupplier nanos) {
    private static final Logger LOG = LoggerFactory.getLogger(PullParts.class);

    /** All hives as they are now; never blocks. */
    Supplier<List<HiveInfo>> hives() {
        return registry::list;
    }

    /** A client of that hive as it is reached now; throws where it is away. */
    Function<String, HiveClient> client() {
        return id -> door.of(registry.get(id));
    }

    /** Takes note of what that hive has now, before it says so itself. Blocks. */
    void refreshed(String hive) {
        try {
            registry.capabilities(hive, client().apply(hive).capabilities());
        } catch (ProblemException e) {
            LOG.info("hive={} will say itself what it has: {}", hive, e.getMessage());
        }
    }

    Optional<JobInfo> job(String id) {
        try {
            return Optional.of(jobs.get(id));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
