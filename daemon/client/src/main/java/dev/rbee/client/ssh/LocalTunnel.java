package dev.rbee.client.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A port here behind which a port of the machine stands. Thread-safe. */
final class LocalTunnel implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int OPEN_MS = 10_000;

    private final Session session;
    private final int remotePort;
    private final ServerSocket door;
    private final Thread acceptor;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens on 127.0.0.1. Throws {@link IOException} where the port is taken. */
    LocalTunnel(Session session, int remotePort, int localPort) throws IOException {
        this.session = session;
        this.remotePort = remotePort;
        door = new ServerSocket(localPort, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        acceptor = Thread.ofVirtual().name("ssh-tunnel-" + port()).start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Goes on where one accept fails, for want of descriptors for instance. */
    private void accept() {
        try {
            while (!door.isClosed()) {
                acceptOne();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptOne() throws InterruptedException {
        try {
            Socket socket = door.accept();
            open.add(socket);
            Thread.ofVirtual().name("ssh-relay").start(() -> serve(socket));
        } catch (IOException e) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** A port that refuses there is a reset here: nobody shall take it for an empty answer. */
    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            ChannelDirectTCPIP channel = (ChannelDirectTCPIP) session.openChannel("direct-tcpip");
            if (channel == null) {
                throw new IOException("the connection was lost");
            }
            channel.setHost("127.0.0.1");
            channel.setPort(remotePort);
            Inflow inflow = new Inflow(channel);
            OutputStream outflow = channel.getOutputStream();
            try {
                channel.connect(OPEN_MS);
            } catch (JSchException e) {
                socket.setSoLinger(true, 0);
                throw e;
            }
            new Relay(socket, channel, inflow, outflow, channel::disconnect).run();
        } catch (IOException | JSchException e) {
            // whoever connected sees the end of its connection
        } finally {
            open.remove(socket);
        }
    }

    /** Ends it and every connection through it; blocks shortly, until the port is free again. */
    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
            acceptor.join(Duration.ofSeconds(2));
        } catch (IOException e) {
            // it is closed all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
