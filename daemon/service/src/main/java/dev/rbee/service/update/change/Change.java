package dev.rbee.service.update.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is being done about a new version, or was done last. One file, replaced in one step.
 *
 * @param from the version before
 * @param to the new one
 * @param root the installation
 * @param at when this phase began
 * @param why the new version is not in its place, in a sentence or two
 */
public record Change(
        Phase phase,
        String from,
        String to,
        String root,
        Instant at,
        @Nullable String why) {
    /** How far it is. */
    public enum Phase {
        /** the new version lies beside the old one */
        @JsonProperty("staged")
        STAGED,
        /** they are being exchanged: either may be in its place */
        @JsonProperty("switching")
        SWITCHING,
        /** the new version is in its place and has not started yet */
        @JsonProperty("switched")
        SWITCHED,
        /** it has started */
        @JsonProperty("done")
        DONE,
        /** it was tried and did not start: the old one has stayed */
        @JsonProperty("kept")
        KEPT,
        /** the old one is in its place again */
        @JsonProperty("back")
        BACK
    }

    /** What that file says; empty where it is not there or damaged. Reads the disk. */
    public static Optional<Change> read(Path file) {
        try {
            Change found = Json.read(Files.readAllBytes(file), Change.class);
            boolean whole = found.phase != null && found.from != null && found.to != null && found.root != null;
            return whole ? Optional.of(found) : Optional.empty();
        } catch (IOException | ProblemException e) {
            return Optional.empty();
        }
    }

    /** Writes it. */
    public void write(Path file) throws IOException {
        PrivateFiles.replace(file, Json.write(this) + "\n");
    }

    /** The same in another phase. */
    public Change to(Phase next, Instant now, @Nullable String reason) {
        return new Change(next, from, to, root, now, reason);
    }
}
