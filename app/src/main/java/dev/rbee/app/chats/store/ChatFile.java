package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.sqlite.Damaged;
import dev.rbee.service.sqlite.DatabaseFile;
import dev.rbee.service.sqlite.Migrations;
import dev.rbee.service.sqlite.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the file; a damaged one is copied aside, and what can still be read of it goes into a new one. Blocks on the disk. */
final class ChatFile {
    private static final Logger LOG = LoggerFactory.getLogger(ChatFile.class);

    private static final Words WORDS = Words.of(ChatFile.class);
    private static final Migrations MIGRATIONS = new Migrations(ChatFile.class, 1);
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path file;

    ChatFile(Path file) {
        this.file = file;
    }

    /**
     * An open file.
     *
     * @param notice what the person should know; empty where all is well
     */
    record Opened(Connection connection, String notice) {}

    /** Opens it for writing, for this user alone, with today's schema. */
    Opened open(Instant now) throws SQLException, IOException {
        Path temporary = file.toAbsolutePath().resolveSibling("tmp");
        PrivateFiles.createFolder(temporary);
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty("org.sqlite.tmpdir", temporary.toString());
        }
        try {
            return new Opened(checked(), "");
        } catch (Damaged e) {
            LOG.error("chats damaged: {}", e.why());
            return renewed(now, e.why());
        }
    }

    private Opened renewed(Instant now, String why) throws SQLException, IOException {
        Path aside = DatabaseFile.aside(file, now);
        for (String part : PARTS) {
            Path from = part(file, part);
            if (Files.exists(from)) {
                Files.move(from, part(aside, part), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        try {
            Connection fresh = checked();
            int saved = new Salvage(fresh).from(aside);
            return new Opened(fresh, notice(aside, why, saved));
        } catch (Damaged e) {
            throw new SQLException("the new file is damaged, too: " + e.why(), e);
        }
    }

    private String notice(Path aside, String why, int saved) {
        return WORDS.get("file.damaged", file.getFileName(), why, aside, saved);
    }

    private static Path part(Path of, String part) {
        return of.resolveSibling(of.getFileName() + part);
    }

    private Connection checked() throws SQLException, IOException, Damaged {
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        PrivateFiles.restrict(file);
        Connection connection = DatabaseFile.open(file, MIGRATIONS);
        // what is deleted is not to be found in the file
        Sqlite.run(connection, "PRAGMA secure_delete=ON", "PRAGMA cache_size=-4000");
        return connection;
    }
}
