package dev.rbee.client.ssh;

/**
 * A connection with its tunnels. All listening sockets are on loopback, here and there. Thread-safe. Every tunnel ends with the connection.
 */
public interface TunnelledShell extends RemoteShell, AutoCloseable {
    /** {@code SHA256:...} of the host key that was met. */
    String fingerprint();

    /** {@code ssh-ed25519} and so on. */
    String keyType();

    /** Makes {@code 127.0.0.1:remotePort} there reachable here; returns the port here. At once; nothing is sent before somebody connects. */
    int forwardLocal(int remotePort);

    /** The same on a port of choice here, taken again after a reconnection for instance. Throws {@code port_taken}. */
    int forwardLocal(int remotePort, int localPort);

    /** Ends a tunnel of {@link #forwardLocal}. */
    void closeLocal(int localPort);

    /** Makes {@code 127.0.0.1:localPort} reachable there on {@code 127.0.0.1:remotePort}. Blocks. Throws {@code port_taken} where the machine refuses. */
    void forwardRemote(int remotePort, int localPort);

    /** False once the connection is lost or closed; keep-alives find that within 15 s or so. */
    boolean alive();

    /** Runs {@code action} once when the connection is lost or closed, at once where it is already. Any thread. */
    void onLost(Runnable action);

    /** Ends it and all its tunnels. */
    @Override
    void close();
}
