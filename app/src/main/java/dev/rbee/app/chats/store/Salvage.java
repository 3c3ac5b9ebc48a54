package dev.rbee.app.chats.store;

import dev.rbee.service.sqlite.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what can still be read out of a damaged file: each table from its front up to the first damage, then from its end. Works on a copy,
 * so that the damaged file stays as it was found. Blocks on the disk.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final List<String> TABLES = List.of("folders", "chats", "messages", "drafts", "presets");

    private final Connection into;

    Salvage(Connection into) {
        this.into = into;
    }

    /** How many chats could be saved. */
    int from(Path damaged) throws SQLException, IOException {
        Path copy = damaged.resolveSibling(damaged.getFileName() + ".reading");
        try {
            copy(damaged, copy, "");
            copy(damaged, copy, "-wal");
            Sqlite.run(into, "PRAGMA foreign_keys=OFF");
            try (Connection old = Sqlite.writer(copy)) {
                for (String table : TABLES) {
                    take(old, table);
                }
            } catch (SQLException e) {
                LOG.warn("nothing to be read of {}: {}", damaged.getFileName(), e.getMessage());
            }
            Sqlite.run(
                    into,
                    "UPDATE chats SET folder = NULL WHERE folder NOT IN (SELECT id FROM folders)",
                    "DELETE FROM messages WHERE chat NOT IN (SELECT id FROM chats)",
                    "PRAGMA foreign_keys=ON",
                    "INSERT OR REPLACE INTO words (rowid, text) SELECT n, text FROM messages");
            return Integer.parseInt(Sqlite.one(into, "SELECT count(*) FROM chats WHERE deleted_at IS NULL"));
        } finally {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + part));
            }
        }
    }

    private static void copy(Path from, Path to, String part) throws IOException {
        Path source = from.resolveSibling(from.getFileName() + part);
        if (Files.exists(source)) {
            Files.copy(source, to.resolveSibling(to.getFileName() + part), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void take(Connection old, String table) throws SQLException {
        Sqlite.run(into, "BEGIN IMMEDIATE");
        for (String order : List.of("", " ORDER BY rowid DESC")) {
            try (Statement statement = old.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table + order)) {
                if (all(rows, table)) {
                    break;
                }
            } catch (SQLException e) {
                LOG.warn("table {} cannot be read further: {}", table, e.getMessage());
            }
        }
        Sqlite.run(into, "COMMIT");
    }

    private boolean all(ResultSet rows, String table) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        String values = String.join(",", Collections.nCopies(columns, "?"));
        try (PreparedStatement insert =
                into.prepareStatement("INSERT OR IGNORE INTO " + table + " VALUES (" + values + ")")) {
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    insert.setObject(i, rows.getObject(i));
                }
                insert.executeUpdate();
            }
        }
        return true;
    }
}
