package dev.rbee.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Does on each connection what its first byte asks for: echo, send so many bytes, take so many bytes. */
final class ByteServer implements AutoCloseable {
    static final byte ECHO = 'e';
    static final byte SEND = 's';
    static final byte TAKE = 't';

    private final ServerSocket door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());

    ByteServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        byte[] block = new byte[1 << 16];
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            byte what = in.readByte();
            if (what == ECHO) {
                in.transferTo(out);
                return;
            }
            long left = in.readLong();
            while (left > 0) {
                if (what == SEND) {
                    int now = (int) Math.min(left, block.length);
                    out.write(block, 0, now);
                    left -= now;
                } else {
                    left -= in.read(block);
                }
            }
            if (what == TAKE) {
                out.write('.');
            }
        } catch (IOException e) {
            // the other side has what it wanted
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
