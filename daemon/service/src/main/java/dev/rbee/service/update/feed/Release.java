package dev.rbee.service.update.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release in the feed.
 *
 * @param version as in {@code 0.2.0}
 * @param notes what is new, plain text
 * @param notesUrl where more is to be read
 * @param minVersion what must be there for it to be put over; null: anything
 * @param rollout share of machines it is offered to unasked, percent; null: 100
 * @param packages one for each system, processor and kind
 */
public record Release(
        String version,
        Instant published,
        @Nullable String notes,
        @Nullable String notesUrl,
        @Nullable String minVersion,
        @Nullable Integer rollout,
        List<Package> packages) {

    /**
     * A file of it.
     *
     * @param system {@code linux}, {@code macos} or {@code windows}
     * @param arch {@code x64} or {@code arm64}
     * @param kind {@code image}, {@code deb}, {@code rpm}, {@code msi}, {@code exe}, {@code dmg} or {@code pkg}
     * @param size bytes
     * @param sha256 of the file, lower case
     */
    public record Package(String system, String arch, String kind, String url, long size, String sha256) {
        /** The last part of its address. */
        public String fileName() {
            return url.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        }
    }

    /** Its version as a number. */
    public VersionNumber number() {
        return VersionNumber.parse(version);
    }

    /** Whether it is offered unasked to a machine with that number from 0 to 99. */
    public boolean reaches(int bucket) {
        Integer share = rollout;
        return share == null || bucket < share;
    }
}
