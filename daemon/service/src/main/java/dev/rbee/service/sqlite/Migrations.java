package dev.rbee.service.sqlite;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Brings a schema up to date: {@code 1.sql}, {@code 2.sql} ... each with its number ({@code PRAGMA user_version}), all that are
 * missing in one transaction, so that a crash leaves a whole version. Written here because the maintained tools bring
 * megabytes and several hundred milliseconds of start for what are twenty lines with SQLite.
 *
 * @param beside the class beside which the files lie
 * @param newest the schema this program knows
 */
public record Migrations(Class<?> beside, int newest) {
    /** Applies what is missing. Throws {@link ProblemException} {@code schema_newer} for a file of a newer rbee. Blocks on the disk. */
    public void apply(Connection connection, String file) throws SQLException {
        Sqlite.run(connection, "BEGIN IMMEDIATE"); // a second program may be at it
        try {
            int version = Integer.parseInt(Sqlite.one(connection, "PRAGMA user_version"));
            if (version > newest) {
                throw ProblemException.of(
                        ProblemCode.SCHEMA_NEWER,
                        file + " was written by a newer rbee (schema " + version + "; this one knows " + newest + ").",
                        "Start the newer rbee, or give this one another RBEE_HOME.");
            }
            for (int next = version + 1; next <= newest; next++) {
                Sqlite.run(connection, statements(next));
                Sqlite.run(connection, "PRAGMA user_version=" + next);
            }
            Sqlite.run(connection, "COMMIT");
        } catch (SQLException | ProblemException e) {
            Sqlite.run(connection, "ROLLBACK");
            throw e;
        }
    }

    private String[] statements(int version) {
        try (InputStream in = beside.getResourceAsStream(version + ".sql")) {
            String sql =
                    new String(Objects.requireNonNull(in, version + ".sql").readAllBytes(), StandardCharsets.UTF_8);
            return sql.strip().split(";\\s*(?:\\R|$)");
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + version + ".sql", e);
        }
    }
}
