package dev.rbee.http;

import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** {@link Sse} over an answer's output. */
final class SseStream implements Sse {
    private static final byte[] PING = ": ping\n\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;
    private final Disconnect disconnect;
    private final LongSupplier nanos;
    private final Consumer<SseStream> endless;
    private final ReentrantLock writing = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long lastWrite;

    SseStream(OutputStream out, Disconnect disconnect, LongSupplier nanos, Consumer<SseStream> endless) {
        this.out = out;
        this.disconnect = disconnect;
        this.nanos = nanos;
        this.endless = endless;
        disconnect.add(closed::countDown);
    }

    /** Sends the head and begins to ping. */
    void open(Duration every) throws ClientGone {
        send(": ok\n\n".getBytes(StandardCharsets.UTF_8));
        Thread.ofVirtual().name("rbee-http-ping").start(() -> ping(every));
    }

    private void ping(Duration every) {
        try {
            long wait = every.toNanos();
            while (!closed.await(wait, TimeUnit.NANOSECONDS)) {
                long quiet = nanos.getAsLong() - lastWrite;
                if (quiet >= every.toNanos()) {
                    send(PING);
                }
                wait = Math.max(1_000_000, every.toNanos() - (nanos.getAsLong() - lastWrite));
            }
        } catch (InterruptedException | ClientGone e) {
            // nobody listens any more
        }
    }

    @Override
    public void event(@Nullable String id, @Nullable String event, Object data) throws ClientGone {
        StringBuilder text = new StringBuilder(64);
        if (id != null) {
            text.append("id: ").append(oneLine(id)).append('\n');
        }
        if (event != null) {
            text.append("event: ").append(oneLine(event)).append('\n');
        }
        String body = data instanceof String raw ? raw : Json.write(data);
        if (body.indexOf('\n') < 0 && body.indexOf('\r') < 0) {
            text.append("data: ").append(body).append('\n');
        } else {
            body.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        }
        send(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void comment(String text) throws ClientGone {
        send((": " + oneLine(text) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private void send(byte[] bytes) throws ClientGone {
        writing.lock();
        try {
            if (!isOpen()) {
                throw new ClientGone("the stream is closed");
            }
            out.write(bytes);
            out.flush();
            lastWrite = nanos.getAsLong();
        } catch (ClientGone e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            disconnect.fire();
            throw new ClientGone(e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean isOpen() {
        return closed.getCount() > 0;
    }

    @Override
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public Sse endless() {
        endless.accept(this);
        return this;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    /** Waits for a write in progress, so that the end of the answer does not run into it. */
    void finish() {
        writing.lock();
        try {
            close();
        } finally {
            writing.unlock();
        }
    }
}
