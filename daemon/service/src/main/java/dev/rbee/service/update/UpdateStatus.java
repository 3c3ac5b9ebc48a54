package dev.rbee.service.update;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about new versions, without asking anybody. Immutable.
 *
 * @param version that runs
 * @param kind how it was installed; empty: built from its sources
 * @param feed address that is asked; empty: none
 * @param check {@code daily}, {@code request} or {@code off}
 * @param checked when the feed was had last
 * @param offer the version that can be had; null: this is the newest one
 * @param file of it, once it is here
 * @param command that installs it, where rbee cannot do it by itself
 * @param last what was done last; null: nothing yet
 */
public record UpdateStatus(
        State state,
        String version,
        String kind,
        String feed,
        String check,
        @Nullable Instant checked,
        @Nullable Offered offer,
        @Nullable String file,
        @Nullable List<String> command,
        @Nullable Last last) {
    /** How far it is. */
    public enum State {
        /** no feed is known, or no key that could sign it */
        @JsonProperty("no_feed")
        NO_FEED,
        /** nobody has asked yet */
        @JsonProperty("unknown")
        UNKNOWN,
        /** this is the newest one */
        @JsonProperty("newest")
        NEWEST,
        /** there is a newer one */
        @JsonProperty("available")
        AVAILABLE,
        /** it is here, whole and checked */
        @JsonProperty("downloaded")
        DOWNLOADED,
        /** it is unpacked, and is installed when rbee ends */
        @JsonProperty("staged")
        STAGED
    }

    /**
     * A version that can be had.
     *
     * @param notes what is new, plain text
     * @param sizeBytes of its file
     */
    public record Offered(
            String version,
            Instant published,
            @Nullable String notes,
            @Nullable String notesUrl,
            String url,
            long sizeBytes) {}

    /**
     * What was done last.
     *
     * @param result {@code updated}, {@code waiting} (it has not started yet), {@code kept} (it did not start in a trial) or {@code back}
     * @param why it is not in its place
     * @param mayGoBack whether the version before is still there
     */
    public record Last(
            String result,
            String from,
            String to,
            Instant at,
            @Nullable String why,
            boolean mayGoBack) {}
}
