package dev.rbee.contract.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/requests}, newest first.
 *
 * @param nextBefore ask again with {@code before} set to this for older ones; absent at the end
 */
public record RequestPage(
        List<RequestEntry> requests, @Nullable Long nextBefore) {}
