package dev.rbee.client.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** How the bytes of a connection get to its machine: straight, or through a session that is open to another one. Used by one session. */
final class Route implements Proxy {
    private final Wire wire;
    private final @Nullable Session through;
    private volatile @Nullable Socket socket;
    private volatile @Nullable ChannelDirectTCPIP channel;
    private volatile @Nullable InputStream in;
    private volatile @Nullable OutputStream out;

    Route(Wire wire, @Nullable Session through) {
        this.wire = wire;
        this.through = through;
    }

    @Override
    public void connect(@Nullable SocketFactory unused, String host, int port, int timeoutMs)
            throws IOException, JSchException {
        Session jump = through;
        if (jump == null) {
            Socket opened = new Socket();
            socket = opened;
            opened.connect(new InetSocketAddress(host, port), timeoutMs);
            if (wire.over()) {
                opened.close();
                throw new IOException("closed while it connected");
            }
            opened.setTcpNoDelay(true);
            opened.setKeepAlive(true);
            in = wire.watch(opened.getInputStream());
            out = opened.getOutputStream();
            return;
        }
        ChannelDirectTCPIP opened = (ChannelDirectTCPIP) jump.openChannel("direct-tcpip");
        channel = opened;
        opened.setHost(host);
        opened.setPort(port);
        in = wire.watch(opened.getInputStream());
        out = opened.getOutputStream();
        opened.connect(timeoutMs);
    }

    @Override
    public InputStream getInputStream() {
        return there(in);
    }

    @Override
    public OutputStream getOutputStream() {
        return there(out);
    }

    private static <T> T there(@Nullable T stream) {
        if (stream == null) {
            throw new IllegalStateException("not connected");
        }
        return stream;
    }

    @Override
    @SuppressWarnings("NullAway") // jsch takes null for a connection that is no socket
    public Socket getSocket() {
        return socket;
    }

    /** Also from another thread while {@link #connect} blocks. */
    @Override
    public void close() {
        wire.end();
        Socket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it is closed all the same
            }
        }
        ChannelDirectTCPIP tunnel = channel;
        if (tunnel != null) {
            tunnel.disconnect();
        }
    }
}
