package dev.rbee.service.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One write on its way to the disk; settled after the commit of the transaction it went with. */
public final class WriteTask<T> {
    private static final Logger LOG = LoggerFactory.getLogger(WriteTask.class);

    private final SqlWork<T> work;
    private final boolean alone;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Exception failure;

    /** Of some work; {@code alone} where it wants no transaction around it. */
    public WriteTask(SqlWork<T> work, boolean alone) {
        this.work = work;
        this.alone = alone;
    }

    /** Whether it wants no transaction around it. */
    public boolean alone() {
        return alone;
    }

    /** Settled with what the work gave, or with why it failed. */
    public CompletableFuture<T> done() {
        return done;
    }

    /** Does it in a savepoint of its own, so that its failure undoes nothing of its neighbours'. */
    private void run(Connection connection) throws SQLException {
        Sqlite.run(connection, "SAVEPOINT task");
        try {
            result = work.with(connection);
        } catch (SQLException | RuntimeException e) {
            failure = e;
            Sqlite.run(connection, "ROLLBACK TO task");
        }
        Sqlite.run(connection, "RELEASE task");
    }

    /** Does it with no transaction, and settles it. */
    public void runAlone(Connection connection) {
        try {
            result = work.with(connection);
            committed();
        } catch (SQLException | RuntimeException e) {
            failed(e);
        }
    }

    /** Does them in one transaction and settles them. What fails is undone alone; where the transaction fails, all of them. */
    public static void commit(Connection connection, List<WriteTask<?>> batch) {
        try {
            Sqlite.run(connection, "BEGIN IMMEDIATE");
            for (WriteTask<?> each : batch) {
                each.run(connection);
            }
            Sqlite.run(connection, "COMMIT");
            batch.forEach(WriteTask::committed);
        } catch (SQLException e) {
            rollback(connection);
            batch.forEach(each -> each.failed(e));
        }
    }

    private static void rollback(Connection connection) {
        try {
            if (!connection.isClosed()) {
                Sqlite.run(connection, "ROLLBACK");
            }
        } catch (SQLException e) {
            LOG.debug("nothing to roll back: {}", e.getMessage());
        }
    }

    /** The transaction is on the disk. */
    private void committed() {
        if (failure == null) {
            done.complete(Objects.requireNonNull(result, "a write answers something"));
        } else {
            done.completeExceptionally(failure);
        }
    }

    /** The transaction did not get there. */
    public void failed(Exception why) {
        done.completeExceptionally(failure == null ? why : failure);
    }
}
