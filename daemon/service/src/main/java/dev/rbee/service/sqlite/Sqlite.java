package dev.rbee.service.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** SQLite as rbee wants it. Every method blocks on the disk. */
public final class Sqlite {
    private Sqlite() {}

    /**
     * Opens for writing, created where missing: WAL, every commit on the disk before it returns, foreign keys checked,
     * nothing in the schema trusted.
     */
    public static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return open(config, file);
    }

    /** Opens a file that is there for reading. */
    public static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return open(config, file);
    }

    /** Runs statements that give no rows. */
    public static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** The first column of the first row of a constant query. */
    public static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            String value = row.next() ? row.getString(1) : null;
            if (value == null) {
                throw new SQLException("no answer to " + query);
            }
            return value;
        }
    }

    /** True where the failure says that the file itself is damaged, and not that it is locked, full or forbidden. */
    public static boolean damaged(SQLException failure) {
        return failure instanceof SQLiteException e
                && switch (SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff)) {
                    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> true;
                    default -> false;
                };
    }

    /** True where the disk is full. */
    public static boolean full(SQLException failure) {
        return failure instanceof SQLiteException e
                && (e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5000);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-2000");
        return config;
    }

    private static Connection open(SQLiteConfig config, Path file) throws SQLException {
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            run(connection, "PRAGMA trusted_schema=OFF");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
