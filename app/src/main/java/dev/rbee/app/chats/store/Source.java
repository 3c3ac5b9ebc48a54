package dev.rbee.app.chats.store;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote an answer, as far as it is known.
 *
 * @param hive its name
 * @param queenless whether it came straight from the worker
 */
public record Source(
        @Nullable String model,
        @Nullable String worker,
        @Nullable String hive,
        boolean queenless) {}
