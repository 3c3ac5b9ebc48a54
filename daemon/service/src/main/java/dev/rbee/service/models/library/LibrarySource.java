package dev.rbee.service.models.library;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where newer catalogues come from. */
@FunctionalInterface
public interface LibrarySource {
    /** No catalogue is larger, bytes. */
    int LARGEST = 4 * 1024 * 1024;

    /**
     * Fetches the catalogue; blocks. Throws {@link IOException} where it cannot be had.
     *
     * @param etag of the one that is there; null: none
     * @return null where that one is still the newest
     */
    @Nullable
    Fetched fetch(@Nullable String etag) throws IOException;

    /**
     * A catalogue as it came.
     *
     * @param etag to ask with next time
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Fetched(byte[] json, @Nullable String etag) {}
}
