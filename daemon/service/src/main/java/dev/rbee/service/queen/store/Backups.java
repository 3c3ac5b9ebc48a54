package dev.rbee.service.queen.store;

import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Three copies of the database, {@code beehives.1.db} the newest. A copy within an hour of the last one takes its place,
 * so that the other two stay older. Every method blocks on the disk; used by the database's own thread.
 */
final class Backups {
    private static final int KEPT = 3;
    private static final Duration APART = Duration.ofHours(1);

    private final Path folder;

    Backups(Path folder) {
        this.folder = folder;
    }

    /** Newest first; only those that are there. */
    List<Path> list() {
        return IntStream.rangeClosed(1, KEPT)
                .mapToObj(this::file)
                .filter(Files::exists)
                .toList();
    }

    /** Makes one: whole under its final name, or not at all. */
    void make(Connection connection, Instant now) throws SQLException, IOException {
        PrivateFiles.createFolder(folder);
        Path fresh = folder.resolve("beehives.new");
        Files.deleteIfExists(fresh);
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, fresh.toString());
            copy.execute();
        }
        PrivateFiles.restrict(fresh);
        PrivateFiles.force(fresh);
        boolean young = Files.exists(file(1))
                && Files.getLastModifiedTime(file(1)).toInstant().isAfter(now.minus(APART));
        if (!young) {
            for (int i = KEPT; i > 1; i--) {
                if (Files.exists(file(i - 1))) {
                    Files.move(file(i - 1), file(i), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        FileTime made = young ? Files.getLastModifiedTime(file(1)) : FileTime.from(now);
        Files.move(fresh, file(1), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.setLastModifiedTime(file(1), made);
    }

    private Path file(int number) {
        return folder.resolve("beehives." + number + ".db");
    }
}
