package dev.rbee.app.remote;

import org.jspecify.annotations.Nullable;

/**
 * Where a chat goes.
 *
 * @param url base URL of the queen or of the worker
 * @param model to be asked for
 * @param workerId the worker meant; null: whichever the queen picks
 * @param queenless straight to the worker at {@code url}
 */
public record ChatTarget(String url, String model, @Nullable String workerId, boolean queenless) {}
