package dev.rbee.client.ssh;

import com.jcraft.jsch.Channel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** One connection through a tunnel: carries bytes between a socket and a channel, each direction on a thread of its own, until both have ended. */
final class Relay {
    private static final int BLOCK = 32 * 1024;

    private final Socket socket;
    private final Channel channel;
    private final Inflow inflow;
    private final OutputStream outflow;
    private final Runnable done;

    /** {@code done}: what is left to do with the channel once both directions have ended well. */
    Relay(Socket socket, Channel channel, Inflow inflow, OutputStream outflow, Runnable done) {
        this.socket = socket;
        this.channel = channel;
        this.inflow = inflow;
        this.outflow = outflow;
        this.done = done;
    }

    /** Blocks until it is over. The socket is the caller's to close. */
    void run() {
        Thread back = Thread.ofVirtual().name("ssh-relay").start(this::fromChannel);
        try {
            fromSocket();
            back.join();
            done.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    /** Until the socket says no more; the other direction may go on. */
    private void fromSocket() {
        try {
            byte[] block = new byte[BLOCK];
            for (int got = socket.getInputStream().read(block);
                    got >= 0;
                    got = socket.getInputStream().read(block)) {
                outflow.write(block, 0, got);
                outflow.flush();
            }
            outflow.close();
        } catch (IOException e) {
            close();
        }
    }

    private void fromChannel() {
        try {
            inflow.drain(socket.getOutputStream());
            socket.shutdownOutput();
            if (channel.isClosed()) {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Ends both directions at once. */
    private void close() {
        inflow.close();
        channel.disconnect();
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }
}
