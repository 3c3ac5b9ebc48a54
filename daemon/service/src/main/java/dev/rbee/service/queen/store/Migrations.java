package dev.rbee.service.queen.store;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Brings the schema up to date: {@code 1.sql}, {@code 2.sql} ... beside this class, each in one transaction with its
 * number ({@code PRAGMA user_version}), so that a crash leaves a whole version. Written here because the maintained
 * tools bring megabytes and several hundred milliseconds of start for what are twenty lines with SQLite.
 */
final class Migrations {
    /** The schema this program knows. */
    static final int NEWEST = 3;

    private Migrations() {}

    /** The file's version; 0 for an empty one. */
    static int version(Connection connection) throws SQLException {
        return Integer.parseInt(Sqlite.one(connection, "PRAGMA user_version"));
    }

    /** Applies what is missing. Throws {@link ProblemException} {@code schema_newer} for a file of a newer rbee. */
    static void apply(Connection connection, String file) throws SQLException {
        int version = version(connection);
        if (version > NEWEST) {
            throw ProblemException.of(
                    ProblemCode.SCHEMA_NEWER,
                    file + " was written by a newer rbee (schema " + version + "; this one knows " + NEWEST + ").",
                    "Start the newer rbee, or give this one another RBEE_HOME.");
        }
        for (int next = version + 1; next <= NEWEST; next++) {
            Sqlite.run(connection, "BEGIN IMMEDIATE");
            try {
                for (String statement : statements(next)) {
                    Sqlite.run(connection, statement);
                }
                Sqlite.run(connection, "PRAGMA user_version=" + next, "COMMIT");
            } catch (SQLException e) {
                Sqlite.run(connection, "ROLLBACK");
                throw e;
            }
        }
    }

    private static String[] statements(int version) {
        try (InputStream in = Migrations.class.getResourceAsStream(version + ".sql")) {
            String sql =
                    new String(Objects.requireNonNull(in, version + ".sql").readAllBytes(), StandardCharsets.UTF_8);
            return sql.strip().split(";\\s*(?:\\R|$)");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + version + ".sql", e);
        }
    }
}
