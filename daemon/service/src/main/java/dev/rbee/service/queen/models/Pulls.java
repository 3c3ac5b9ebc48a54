package dev.rbee.service.queen.models;

import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.spawn.Placement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Models on their way to hives, as jobs of kind {@code pull}: whoever wants the same on the same hive gets the same job, and what comes from
 * outside comes once for the fleet. Thread-safe; does not block.
 */
public final class Pulls {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final PullParts parts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Wanted, String> running = new HashMap<>();

    /** What is wanted, and where; {@code hive} null: anywhere. */
    private record Wanted(String key, @Nullable String hive) {}

    Pulls(PullParts parts) {
        this.parts = parts;
    }

    /** The job of that request, a new one or the one that runs. Throws what is wrong with it. */
    public JobInfo pull(PullModel request) {
        if (request.model() == null || request.model().isBlank()) {
            throw new ProblemException(Problem.missing("model"));
        }
        if (request.name() != null && !NAME.matcher(request.name()).matches()) {
            throw new ProblemException(Problem.field(
                    "name",
                    "That is no name for a model.",
                    "Use up to 100 letters, digits, dots, dashes and underscores; begin with a letter or digit."));
        }
        ModelRef ref = ModelRef.parse(request.model());
        if (ref instanceof ModelRef.LocalFile) {
            throw Pull.noFile(ref);
        }
        return pull(ref, request.hive(), request.name());
    }

    /** The job that brings this model to that hive, or to the best one. */
    JobInfo pull(ModelRef ref, @Nullable String hive, @Nullable String name) {
        var _ = Placement.usable(parts.hives().get(), hive); // known at once to be wrong: an unknown hive
        Wanted wanted = new Wanted(Aliases.key(ref.toString()), hive);
        lock.lock();
        try {
            running.values()
                    .removeIf(id -> parts.job(id)
                            .filter(job -> job.state() == JobState.RUNNING)
                            .isEmpty());
            String same = hive == null ? anywhere(wanted.key()) : running.get(wanted);
            if (same != null) {
                return parts.jobs().get(same);
            }
            String title = "Fetch " + ref + (hive == null ? "" : " to " + hive);
            JobInfo job =
                    parts.jobs().create("pull", title, context -> new Pull(parts, context, ref, hive, name).run());
            running.put(wanted, job.jobId());
            return job;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable String anywhere(String key) {
        return running.entrySet().stream()
                .filter(each -> each.getKey().key().equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
