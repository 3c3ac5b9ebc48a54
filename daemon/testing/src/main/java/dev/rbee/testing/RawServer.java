package dev.rbee.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An HTTP/1.1 server on a free port of 127.0.0.1 that lets its handler misbehave. Thread-safe. */
final class RawServer implements AutoCloseable {
    /** Answers one request; a closed channel or an exception ends the connection. */
    interface Handler {
        void answer(RawRequest request, RawAnswer answer) throws IOException;
    }

    /** Little, so that what was sent is nearly what has arrived. */
    private static final int SEND_BUFFER = 128 << 10;

    private final ServerSocketChannel door;
    private final Handler handler;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    RawServer(Handler handler) {
        this.handler = handler;
        try {
            door = ServerSocketChannel.open();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("raw-server").start(this::accept);
    }

    int port() {
        return door.socket().getLocalPort();
    }

    /** Connections there are now. */
    int connections() {
        return open.size();
    }

    private void accept() {
        while (door.isOpen()) {
            try {
                SocketChannel channel = door.accept();
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
                open.add(channel);
                Thread.ofVirtual().name("raw-connection").start(() -> serve(channel));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            BufferedInputStream in = new BufferedInputStream(channel.socket().getInputStream());
            RawAnswer answer = new RawAnswer(channel);
            for (RawRequest request = RawRequest.read(in);
                    request != null && channel.isOpen();
                    request = RawRequest.read(in)) {
                handler.answer(request, answer);
            }
        } catch (IOException e) {
            // the other side went, or was cut off
        } finally {
            open.remove(channel);
        }
    }

    /** Ends every connection there is now. */
    void cutAll() {
        for (SocketChannel channel : open) {
            try {
                new RawAnswer(channel).cut();
            } catch (IOException e) {
                // gone already
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }
}
