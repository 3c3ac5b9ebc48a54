package dev.rbee.service.models.fetch;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside an unfinished file, {@code KEY.json} beside {@code KEY.part}: which of its bytes are on the disk, and of what they are.
 *
 * @param what for people, a file name
 * @param sizeBytes of the whole; null where not known
 * @param sha256 that it has to have; null where not known
 * @param validator the source's word for this state of the file, a strong etag; null where it gives none
 * @param done ranges that are safe, from inclusive and to exclusive
 */
public record Sidecar(
        String what,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        @Nullable String validator,
        List<List<Long>> done) {
    private static final long LARGEST = 4 << 20;

    /** Its place beside a part. */
    public static Path of(Path part) {
        return part.resolveSibling(part.getFileName().toString().replaceFirst("\\.part$", "") + ".json");
    }

    /** Reads it; null where there is none that makes sense. Anything may stand there. */
    public static @Nullable Sidecar read(Path part) {
        try {
            Path file = of(part);
            if (Files.size(file) > LARGEST) {
                return null;
            }
            Sidecar read = Json.read(Files.readAllBytes(file), Sidecar.class);
            return read.sound(Files.size(part)) ? read : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | ProblemException e) {
            return null;
        }
    }

    /** How many bytes are safe. */
    public long doneBytes() {
        return ranges().total();
    }

    private boolean sound(long length) {
        return done != null
                && (sizeBytes == null || length <= sizeBytes)
                && done.stream()
                        .allMatch(r -> r != null
                                && r.size() == 2
                                && r.getFirst() != null
                                && r.getLast() != null
                                && r.getFirst() >= 0
                                && r.getLast() <= length);
    }

    ByteRanges ranges() {
        ByteRanges ranges = new ByteRanges();
        done.forEach(r -> ranges.add(r.getFirst(), r.getLast()));
        return ranges;
    }

    /** Replaces it; returns when it is on the disk. */
    void write(Path part) throws IOException {
        Path file = of(part);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(Json.bytes(this));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
