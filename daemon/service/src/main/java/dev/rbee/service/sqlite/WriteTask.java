package dev.rbee.service.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One write on its way to the disk; settled after the commit of the transaction it went with. */
public final class WriteTask<T> {
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
    public void run(Connection connection) throws SQLException {
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

    /** The transaction is on the disk. */
    public void committed() {
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
