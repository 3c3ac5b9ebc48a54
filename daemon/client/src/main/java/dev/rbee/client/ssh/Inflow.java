package dev.rbee.client.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.FlowControl;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of a channel. The connection's thread puts it in and never waits: no more comes than the window allows, and the window is given
 * back by whoever takes it out. Thread-safe.
 */
final class Inflow extends OutputStream {
    /** Bytes on their way at most: what one reader who stalls costs in memory. */
    static final int WINDOW = 1 << 20;

    private final Channel channel;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean ended;
    private int owed;

    /** Before the channel opens. */
    Inflow(Channel channel) {
        this.channel = channel;
        FlowControl.take(channel, WINDOW);
        channel.setOutputStream(this);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] from, int at, int count) {
        if (!ended) {
            waiting.add(Arrays.copyOfRange(from, at, at + count));
            notifyAll();
        }
    }

    /** No more comes; what is there is still taken. */
    @Override
    public synchronized void close() {
        ended = true;
        notifyAll();
    }

    /** Writes everything to {@code to} until the end. Blocks. */
    void drain(OutputStream to) throws IOException {
        for (byte[] next = take(); next != null; next = take()) {
            to.write(next);
            giveBack(next.length);
        }
    }

    private synchronized byte @Nullable [] take() throws IOException {
        while (waiting.isEmpty() && !ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return waiting.poll();
    }

    private void giveBack(int bytes) throws IOException {
        owed += bytes;
        if (owed < WINDOW / 4) {
            return;
        }
        int now = owed;
        owed = 0;
        try {
            FlowControl.giveBack(channel, now);
        } catch (Exception e) { // jsch declares no narrower one
            throw new IOException("the connection was lost", e);
        }
    }
}
