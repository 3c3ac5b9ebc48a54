package dev.rbee.client.ssh;

import com.jcraft.jsch.ChannelForwardedTCPIP;
import com.jcraft.jsch.ForwardedTCPIPDaemon;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One connection from a port of the machine to a port here. Made by jsch by its name, for each connection. jsch itself closes the channel when it
 * has sent the last of what was written.
 */
public final class RemoteTunnel implements ForwardedTCPIPDaemon {
    private @Nullable ChannelForwardedTCPIP channel;
    private @Nullable Inflow inflow;
    private @Nullable OutputStream outflow;
    private int localPort;

    /** For jsch. */
    public RemoteTunnel() {}

    /** Before the channel opens. The stream jsch would read into is left alone. */
    @Override
    public void setChannel(ChannelForwardedTCPIP opening, InputStream unused, OutputStream out) {
        channel = opening;
        inflow = new Inflow(opening);
        outflow = out;
    }

    /** The port here. */
    @Override
    public void setArg(Object[] args) {
        localPort = (Integer) args[0];
    }

    @Override
    public void run() {
        ChannelForwardedTCPIP to = channel;
        Inflow in = inflow;
        OutputStream out = outflow;
        if (to == null || in == null || out == null) {
            throw new IllegalStateException("run before it was told its channel");
        }
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), localPort)) {
            socket.setTcpNoDelay(true);
            new Relay(socket, to, in, out, () -> {}).run();
        } catch (IOException e) {
            to.disconnect();
        }
    }
}
