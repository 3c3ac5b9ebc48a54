package dev.rbee.service.queen.routing;

import org.jspecify.annotations.Nullable;

/** The fleet as a decision sees it; it does not change while the decision runs. */
public interface Snapshot {
    /** Workers that offer the model; on that hive only where one is given. Empty, never null. */
    Lineup lineup(String model, @Nullable String node);

    /** One worker that is online, or null. */
    @Nullable
    Candidate worker(String id);
}
