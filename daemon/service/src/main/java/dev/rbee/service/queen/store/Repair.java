package dev.rbee.service.queen.store;

import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.sqlite.Damaged;
import dev.rbee.service.sqlite.DatabaseFile;
import dev.rbee.service.sqlite.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database, and where it is damaged moves it aside and puts the newest backup in its place. Each step can be
 * interrupted by a crash: the next start sees the damaged file still, or the restored one. Blocks on the disk.
 */
final class Repair {
    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);
    private static final Migrations MIGRATIONS = new Migrations(Repair.class, 4);

    private final Path file;
    private final Backups backups;

    Repair(Path file, Backups backups) {
        this.file = file;
        this.backups = backups;
    }

    /**
     * An open database.
     *
     * @param notice what the user should know; null where all is well
     */
    record Opened(Connection connection, @Nullable String notice) {}

    /** Opens for writing, repaired if need be, with today's schema. */
    Opened open(Instant now) throws SQLException, IOException {
        if (Files.exists(file) && Files.size(file) == 0 && !backups.list().isEmpty()) {
            return restored(now, "it is empty");
        }
        try {
            return new Opened(DatabaseFile.open(file, MIGRATIONS), null);
        } catch (Damaged e) {
            return restored(now, e.why());
        }
    }

    private Opened restored(Instant now, String why) throws SQLException, IOException {
        Path aside = DatabaseFile.aside(file, now);
        String moved = file + " was damaged (" + why + ") and was moved to " + aside.getFileName() + "; ";
        for (Path backup : backups.list()) {
            Path fresh = file.resolveSibling(file.getFileName() + ".restore");
            Files.copy(backup, fresh, StandardCopyOption.REPLACE_EXISTING);
            try {
                DatabaseFile.open(fresh, MIGRATIONS).close();
            } catch (Damaged e) {
                LOG.error("backup={} is damaged too: {}", backup, e.why());
                Files.deleteIfExists(fresh);
                continue;
            }
            PrivateFiles.force(fresh);
            putAside(aside);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return said(
                    moved + "the backup of " + Files.getLastModifiedTime(backup).toInstant()
                            + " is in its place. Changes made after it are lost.");
        }
        putAside(aside);
        Files.deleteIfExists(file);
        return said(moved + "there was no usable backup, so it begins empty: add your machines and tokens again.");
    }

    private Opened said(String notice) throws SQLException {
        LOG.error("database repaired: {}", notice);
        try {
            return new Opened(DatabaseFile.open(file, MIGRATIONS), notice);
        } catch (Damaged e) {
            throw new SQLException("the repaired database is damaged again: " + e.why(), e);
        }
    }

    private void putAside(Path aside) throws IOException {
        if (!Files.exists(aside)) {
            Files.copy(file, aside, StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String part : List.of("-wal", "-shm")) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
