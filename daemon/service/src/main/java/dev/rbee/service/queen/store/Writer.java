package dev.rbee.service.queen.store;

import dev.rbee.service.sqlite.WriteTask;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What waits when it comes goes into one transaction, so that many writers share one wait
 * for the disk.
 */
final class Writer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int WAITING = 4096;
    private static final int TOGETHER = 128;
    private static final long IDLE_MS = 250;

    private final BlockingQueue<WriteTask<?>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Connection connection;
    private final Runnable idle;
    private volatile boolean stopping;

    /** @param idle runs on the writing thread between transactions and every quarter of a second */
    Writer(Connection connection, Runnable idle) {
        this.connection = connection;
        this.idle = idle;
    }

    /** Waits for room. */
    void put(WriteTask<?> task) throws InterruptedException {
        if (stopping) {
            task.failed(new SQLException("the database is closed"));
            return;
        }
        queue.put(task);
    }

    /** False where there is no room. */
    boolean offer(WriteTask<?> task) {
        return !stopping && queue.offer(task);
    }

    /** What has come is still written; then {@link #run} returns. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        List<WriteTask<?>> batch = new ArrayList<>();
        while (true) {
            try {
                WriteTask<?> first = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, TOGETHER - 1);
                    WriteTask.commit(connection, batch);
                    batch.clear();
                } else if (stopping) {
                    return;
                }
                idle.run();
            } catch (InterruptedException e) {
                stopping =
                        true; // nobody interrupts this thread but a JVM in a hurry; what waits is written all the same
            } catch (RuntimeException e) {
                LOG.error("database writer", e);
            }
        }
    }
}
