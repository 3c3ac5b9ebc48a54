package dev.rbee.contract.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know.
 *
 * @param about a hive, a worker, a model
 */
public record FleetProblem(
        String id,
        String message,
        @Nullable String hint,
        Instant since,
        @Nullable String about) {}
