package dev.rbee.contract.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/requests}, newest first.
 *
 * @param nextBefore ask again with {@code before} set to this for older ones; absent at the end
 * @param live those that have not ended, newest first; only with the newest part of the list, never in older ones
 */
public record RequestPage(
        List<RequestEntry> requests,
        @Nullable Long nextBefore,
        @Nullable List<RequestEntry> live) {
    /** Of requests that have ended. */
    public RequestPage(List<RequestEntry> requests, @Nullable Long nextBefore) {
        this(requests, nextBefore, null);
    }

    /** The same with those that have not ended. */
    public RequestPage with(List<RequestEntry> now) {
        return new RequestPage(requests, nextBefore, List.copyOf(now));
    }
}
