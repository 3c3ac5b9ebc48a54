package dev.rbee.service.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** A database's file: opened only when it is whole, and its name when it is put aside because it is not. */
public final class DatabaseFile {
    private DatabaseFile() {}

    /**
     * Opens it for writing with today's schema. Blocks on the disk; reads the whole file once ({@code quick_check}).
     *
     * @throws Damaged where its content cannot be trusted; the file is left as it is
     */
    public static Connection open(Path file, Migrations migrations) throws SQLException, Damaged {
        Connection connection = null;
        try {
            connection = Sqlite.writer(file);
            String verdict = Sqlite.one(connection, "PRAGMA quick_check(1)");
            if (!verdict.equals("ok")) {
                throw new Damaged(verdict.replaceAll("\\s+", " "));
            }
            migrations.apply(connection, file.toString());
            Connection good = connection;
            connection = null;
            return good;
        } catch (SQLException e) {
            if (Sqlite.damaged(e)) {
                throw new Damaged(String.valueOf(e.getMessage()));
            }
            throw e;
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    /** A name beside it that nothing has yet, for a damaged one that is kept. */
    public static Path aside(Path file, Instant now) {
        String stamp = now.toString().replaceAll("[^0-9TZ]", "");
        for (int i = 0; ; i++) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + stamp + (i == 0 ? "" : "-" + i));
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }
}
