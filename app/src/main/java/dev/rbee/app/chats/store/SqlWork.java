package dev.rbee.app.chats.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done with a connection; it belongs to the database's own thread and must not be kept. */
@FunctionalInterface
interface SqlWork<T> {
    T with(Connection connection) throws SQLException;
}
