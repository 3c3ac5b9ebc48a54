package dev.rbee.service.models.fetch;

import java.nio.file.Path;

/**
 * A file that came whole.
 *
 * @param file in its final place
 * @param sha256 of its content
 * @param resumedBytes what an earlier attempt had left
 * @param networkBytes what this attempt took from the source
 */
public record Fetched(Path file, long sizeBytes, String sha256, long resumedBytes, long networkBytes) {}
