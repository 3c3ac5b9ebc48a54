package dev.rbee.service.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done with a connection; it belongs to the database's own thread and must not be kept. */
@FunctionalInterface
public interface SqlWork<T> {
    /** Does it. */
    T with(Connection connection) throws SQLException;
}
