package dev.rbee.app.chats.store;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.sqlite.SqlWork;
import dev.rbee.service.sqlite.Sqlite;
import dev.rbee.service.sqlite.WriteTask;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code chats.db}. One platform thread opens it and then writes, in the order things come; what waits together goes into one
 * transaction. Another one reads. Thread-safe; {@link #write} never blocks.
 */
final class ChatDatabase implements AutoCloseable {
    private static final Words WORDS = Words.of(ChatDatabase.class);

    private static final Logger LOG = LoggerFactory.getLogger(ChatDatabase.class);
    private static final int TOGETHER = 128;
    private static final long IDLE_MS = 250;

    private final Path file;
    private final InstantSource clock;
    private final BlockingQueue<WriteTask<?>> queue = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Connection> reading = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> closed = new AtomicReference<>();
    private volatile String notice = "";
    private final Thread thread;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("chats-read").daemon().factory());

    /** Opens it soon, on its own thread; what keeps it from being opened is the failure of every write and read. */
    ChatDatabase(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        thread = Thread.ofPlatform().name("chats-write").daemon().start(this::live);
    }

    /** Does it in a transaction; settled when that is on the disk. */
    <T> CompletableFuture<T> write(SqlWork<T> work) {
        return put(new WriteTask<>(work, false));
    }

    /** Does it in its turn, but with no transaction around it. */
    <T> CompletableFuture<T> alone(SqlWork<T> work) {
        return put(new WriteTask<>(work, true));
    }

    private <T> CompletableFuture<T> put(WriteTask<T> task) {
        queue.add(task);
        Exception why = closed.get();
        if (why != null && queue.remove(task)) {
            task.failed(why);
        }
        return task.done();
    }

    /** Reads, and sees everything that was given to {@link #write} before. Blocks on the disk; throws {@link ProblemException}. */
    <T> T read(String what, SqlWork<T> work) throws InterruptedException {
        try {
            var _ = write(connection -> true).get();
            return CompletableFuture.supplyAsync(() -> looked(work), reader).get();
        } catch (ExecutionException e) {
            throw DatabaseProblems.of(what, e.getCause() == null ? e : e.getCause());
        }
    }

    /** What the person should know of its opening; empty where all is well. Known when a first write or read has come back. */
    String notice() {
        return notice;
    }

    private <T> T looked(SqlWork<T> work) {
        try {
            Connection connection = reading.get();
            if (connection == null) {
                connection = Sqlite.reader(file);
                reading.set(connection);
            }
            return work.with(connection);
        } catch (SQLException e) {
            throw DatabaseProblems.of(WORDS.get("cannot.read.the.chats"), e);
        }
    }

    /** Writes what waits and closes. Blocks on the disk. */
    @Override
    public void close() {
        closed.compareAndSet(null, new SQLException("the chats are closed"));
        try {
            thread.join();
            reader.close();
            Connection open = reading.get();
            if (open != null) {
                open.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("closing the chats: {}", e.getMessage());
        }
    }

    private void live() {
        try {
            ChatFile.Opened opened = new ChatFile(file).open(clock.instant());
            notice = opened.notice();
            try (Connection connection = opened.connection()) {
                work(connection);
            }
        } catch (SQLException | IOException | ProblemException e) {
            LOG.error("chats at {}: {}", file, e.toString());
            ProblemException why = DatabaseProblems.of(WORDS.get("cannot.open", String.valueOf(file)), e);
            closed.set(why);
            drain(why);
        }
    }

    private void work(Connection connection) {
        List<WriteTask<?>> batch = new ArrayList<>();
        while (true) {
            try {
                boolean last = closed.get() != null;
                WriteTask<?> first = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
                if (first != null && first.alone()) {
                    first.runAlone(connection);
                } else if (first != null) {
                    batch.add(first);
                    gather(batch);
                    WriteTask.commit(connection, batch);
                    batch.clear();
                } else if (last) {
                    return;
                }
            } catch (InterruptedException e) {
                LOG.debug("nobody interrupts this thread but a JVM in a hurry");
            }
        }
    }

    private void gather(List<WriteTask<?>> batch) {
        for (WriteTask<?> next = queue.peek();
                next != null && !next.alone() && batch.size() < TOGETHER;
                next = queue.peek()) {
            if (queue.remove(next)) {
                batch.add(next);
            }
        }
    }

    private void drain(Exception why) {
        List<WriteTask<?>> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(each -> each.failed(why));
    }
}
