package dev.rbee.service.queen.store;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.sqlite.SqlWork;
import dev.rbee.service.sqlite.Sqlite;
import dev.rbee.service.sqlite.WriteTask;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code beehives.db}. One platform thread writes and one reads (SQLite's native code would hold a virtual thread's
 * carrier). Thread-safe. Failures come as {@link ProblemException}: {@code storage_full}, {@code database_damaged}, and
 * {@code internal_error} for the rest.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long BACKUP_AFTER = Duration.ofSeconds(3).toNanos();
    private static final long NEVER = Long.MAX_VALUE;

    private final Connection writing;
    private final Connection reading;
    private final Backups backups;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Writer writer;
    private final Thread thread;
    private final ExecutorService reader;
    private final @Nullable String notice;
    private final AtomicLong dirtySince = new AtomicLong(NEVER);
    private final AtomicReference<@Nullable String> backupFailure = new AtomicReference<>();

    private Database(
            Repair.Opened opened, Connection reading, Backups backups, InstantSource clock, LongSupplier nanos) {
        this.writing = opened.connection();
        this.notice = opened.notice();
        this.reading = reading;
        this.backups = backups;
        this.clock = clock;
        this.nanos = nanos;
        this.writer = new Writer(writing, this::backupIfDue);
        this.thread = Thread.ofPlatform().name("queen-db").daemon().unstarted(writer);
        this.reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("queen-db-read").daemon().factory());
    }

    /**
     * Opens, checks, repairs and migrates it. Blocks on the disk. Throws {@link ProblemException}: {@code schema_newer},
     * or whatever keeps it from being opened.
     */
    public static Database open(Home home, InstantSource clock, LongSupplier nanos) {
        PrivateFiles.createFolder(home.tmp());
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty("org.sqlite.tmpdir", home.tmp().toString());
        }
        Backups backups = new Backups(home.backups());
        try {
            Repair.Opened opened = new Repair(home.database(), backups).open(clock.instant());
            PrivateFiles.restrict(home.database());
            Database database = new Database(opened, Sqlite.reader(home.database()), backups, clock, nanos);
            database.thread.start();
            database.valuable();
            return database;
        } catch (SQLException | IOException e) {
            throw problem("Cannot open " + home.database(), e);
        }
    }

    /** What the user should know of its opening; null where all was well. */
    public @Nullable String notice() {
        return notice;
    }

    /** Why the last backup failed; null where it did not. */
    public @Nullable String backupFailure() {
        return backupFailure.get();
    }

    /** Says that something was written that must not be lost: a backup follows in some seconds. */
    void valuable() {
        dirtySince.compareAndSet(NEVER, nanos.getAsLong());
    }

    /** Does it in a transaction and returns when that is on the disk. */
    <T> T write(SqlWork<T> work) {
        WriteTask<T> task = new WriteTask<>(work, false);
        try {
            writer.put(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem("Cannot write to the database", e);
        }
        return join("Cannot write to the database", task.done());
    }

    /** Does it some time soon; false where too much waits already. A failure is logged. */
    boolean post(SqlWork<?> work) {
        WriteTask<?> task = new WriteTask<>(work, false);
        var _ = task.done().exceptionally(e -> {
            LOG.warn("write failed: {}", e.toString());
            return null;
        });
        return writer.offer(task);
    }

    /** Reads what is committed. */
    <T> T read(SqlWork<T> work) {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.with(reading);
                    } catch (SQLException e) {
                        throw problem("Cannot read the database", e);
                    }
                },
                reader);
        return join("Cannot read the database", done);
    }

    /** Writes what waits, makes a last backup where one is due, closes. Blocks on the disk. */
    @Override
    public void close() {
        writer.stop();
        try {
            thread.join();
            reader.close();
            if (dirtySince.get() != NEVER) {
                backup();
            }
            reading.close();
            writing.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("closing the database: {}", e.getMessage());
        }
    }

    private void backupIfDue() {
        long since = dirtySince.get();
        if (since != NEVER && nanos.getAsLong() - since >= BACKUP_AFTER) {
            backup();
        }
    }

    private void backup() {
        dirtySince.set(NEVER);
        try {
            backups.make(writing, clock.instant());
            backupFailure.set(null);
        } catch (SQLException | IOException e) {
            LOG.warn("backup failed: {}", e.toString());
            backupFailure.set(String.valueOf(e.getMessage()));
        }
    }

    private static <T> T join(String what, CompletableFuture<T> done) {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem(what, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException known) {
                throw known;
            }
            throw problem(what, e.getCause() instanceof Exception cause ? cause : e);
        }
    }

    private static ProblemException problem(String what, Exception cause) {
        if (cause instanceof SQLException e && Sqlite.full(e)) {
            return new ProblemException(
                    Problem.of(ProblemCode.STORAGE_FULL, what + ": the disk is full.", "Free some space."), cause);
        }
        if (cause instanceof SQLException e && Sqlite.damaged(e)) {
            return new ProblemException(
                    Problem.of(
                            ProblemCode.DATABASE_DAMAGED,
                            what + ": the file is damaged.",
                            "Start rbee again: it moves the file aside and takes the newest backup."),
                    cause);
        }
        return new ProblemException(
                Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        what + ": " + cause.getMessage() + ".",
                        "Check the rights and the free space of the folder."),
                cause);
    }
}
