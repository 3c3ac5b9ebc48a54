package dev.rbee.service.queen.store;

import dev.rbee.contract.requests.RequestEntry;

/** Where requests for inference are written down when they have ended. */
@FunctionalInterface
public interface RequestLog {
    /** Takes the entry and returns at once; it is written soon. Under overload the entry is dropped and counted. */
    void ended(RequestEntry entry);
}
