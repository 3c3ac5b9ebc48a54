package dev.rbee.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Writes of one connection, each with a deadline that the reaper keeps. */
final class LinkWriter implements DataWriter {
    private static final long NEVER = Long.MAX_VALUE;

    private final DataWriter writer;
    private final long limitNanos;
    private final LongSupplier nanos;
    private final long origin;
    private volatile long deadline = NEVER;

    LinkWriter(DataWriter writer, Duration limit, LongSupplier nanos) {
        this.writer = writer;
        this.limitNanos = limit.toNanos();
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
    }

    @Override
    public void write(BufferData... buffers) {
        within(() -> writer.write(buffers));
    }

    @Override
    public void write(BufferData buffer) {
        within(() -> writer.write(buffer));
    }

    @Override
    public void writeNow(BufferData... buffers) {
        within(() -> writer.writeNow(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
        within(() -> writer.writeNow(buffer));
    }

    private void within(Runnable write) {
        deadline = nanos.getAsLong() - origin + limitNanos;
        try {
            write.run();
        } finally {
            deadline = NEVER;
        }
    }

    @Override
    public void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }

    boolean late(long now) {
        return now - origin > deadline;
    }
}
