package dev.rbee.service.models.fetch;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file to be fetched.
 *
 * @param what for people, a file name
 * @param source where it comes from
 * @param part where it grows, as in {@code partial/KEY.part}; {@code KEY.json} beside it says how far it is. Its folder exists
 * @param sizeBytes where known; anything else is refused
 * @param sha256 where known, lower case; anything else is refused
 * @param target its final place by its SHA-256, on the same file system; its folder exists. A file that is there already is replaced
 */
public record FetchRequest(
        String what,
        FetchSource source,
        Path part,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        Function<String, Path> target) {}
