package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Brings the schema up to date: {@code 1.sql}, {@code 2.sql} ... beside this class, each in one transaction with its number
 * ({@code PRAGMA user_version}), so that a crash leaves a whole version.
 */
final class Migrations {
    private static final Words WORDS = Words.of(Migrations.class);

    /** The schema this program knows. */
    static final int NEWEST = 1;

    private Migrations() {}

    /** Applies what is missing. Throws {@link ProblemException} {@code schema_newer} for a file of a newer rbee. */
    static void apply(Connection connection, String file) throws SQLException {
        Sqlite.run(connection, "BEGIN IMMEDIATE"); // a second program may be at it
        try {
            int version = Integer.parseInt(Sqlite.one(connection, "PRAGMA user_version"));
            if (version > NEWEST) {
                throw ProblemException.of(
                        ProblemCode.SCHEMA_NEWER,
                        WORDS.get("was.written.by.a.newer", file, String.valueOf(version), String.valueOf(NEWEST)),
                        WORDS.get("start.the.newer.rbee.or"));
            }
            for (int next = version + 1; next <= NEWEST; next++) {
                Sqlite.run(connection, statements(next));
                Sqlite.run(connection, "PRAGMA user_version=" + next);
            }
            Sqlite.run(connection, "COMMIT");
        } catch (SQLException | ProblemException e) {
            Sqlite.run(connection, "ROLLBACK");
            throw e;
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
