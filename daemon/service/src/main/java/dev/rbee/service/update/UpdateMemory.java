package dev.rbee.service.update;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered from feed to feed. Immutable.
 *
 * @param serial the highest that was believed; an older feed is refused
 * @param sha256 of that feed
 * @param keys that a believed feed has named
 * @param revoked names of keys that a believed feed has given up
 * @param checked when the feed was had last
 * @param bucket of this machine in roll-outs, 0 to 99: drawn here, told nobody
 * @param failed versions that did not start here
 */
public record UpdateMemory(
        long serial,
        @Nullable String sha256,
        List<String> keys,
        List<String> revoked,
        @Nullable Instant checked,
        int bucket,
        List<String> failed) {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateMemory.class);

    /** Reads it; a new one where there is none or it is damaged. */
    static UpdateMemory read(Path file, RandomGenerator random) {
        try {
            if (Files.exists(file)) {
                UpdateMemory found = Json.read(Files.readAllBytes(file), UpdateMemory.class);
                if (found.keys != null && found.revoked != null && found.failed != null) {
                    return found;
                }
            }
        } catch (IOException | ProblemException e) {
            LOG.warn("file={} is left aside: {}", file, e.getMessage());
        }
        return new UpdateMemory(0, null, List.of(), List.of(), null, random.nextInt(100), List.of());
    }

    /** Writes it in one step. */
    void write(Path file) throws IOException {
        PrivateFiles.replace(file, Json.write(this) + "\n");
    }

    /** After a feed that was believed. */
    UpdateMemory after(long newSerial, String newSha256, List<String> newKeys, List<String> givenUp, Instant now) {
        return new UpdateMemory(
                newSerial, newSha256, joined(keys, newKeys), joined(revoked, givenUp), now, bucket, failed);
    }

    /** After that version did not start. */
    UpdateMemory failed(String version) {
        return new UpdateMemory(serial, sha256, keys, revoked, checked, bucket, joined(failed, List.of(version)));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return List.copyOf(all);
    }
}
