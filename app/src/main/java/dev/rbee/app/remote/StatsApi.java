package dev.rbee.app.remote;

import dev.rbee.contract.events.StatsHistory;

/** What the queen remembers of her figures. Blocks; throws {@link dev.rbee.contract.problem.ProblemException}. Thread-safe. */
@FunctionalInterface
public interface StatsApi {
    /** The figures of the last minutes, oldest first. */
    StatsHistory history(int minutes);
}
