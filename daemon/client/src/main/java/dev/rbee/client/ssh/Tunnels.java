package dev.rbee.client.ssh;

import com.jcraft.jsch.Session;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;

/** The tunnels of one connection. Thread-safe. */
final class Tunnels implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Session session;
    private final Channels channels;
    private final Lock requests;
    private final Map<Integer, LocalTunnel> local = new ConcurrentHashMap<>();

    /** {@code requests}: held while the server is asked. */
    Tunnels(Session session, Channels channels, Lock requests) {
        this.requests = requests;
        this.session = session;
        this.channels = channels;
    }

    int toThere(int remotePort, int localPort) {
        if (!channels.alive()) {
            throw channels.lost();
        }
        try {
            LocalTunnel tunnel = new LocalTunnel(session, remotePort, localPort);
            local.put(tunnel.port(), tunnel);
            if (!channels.alive()) {
                closeLocal(tunnel.port());
                throw channels.lost();
            }
            return tunnel.port();
        } catch (IOException e) {
            throw taken("Port " + localPort + " of this machine is taken.", "Another port may be free.", e);
        }
    }

    void closeLocal(int localPort) {
        LocalTunnel tunnel = local.remove(localPort);
        if (tunnel != null) {
            tunnel.close();
        }
    }

    /** On a thread of its own: jsch tells an answer by an interrupt, which may come late. */
    void toHere(int remotePort, int localPort) {
        if (!channels.alive()) {
            throw channels.lost();
        }
        FutureTask<Boolean> request = new FutureTask<>(() -> {
            requests.lock();
            try {
                session.setPortForwardingR(
                        LOOPBACK, remotePort, RemoteTunnel.class.getName(), new Object[] {localPort});
                return true;
            } finally {
                requests.unlock();
            }
        });
        Thread.ofVirtual().name("ssh-forward").start(request);
        try {
            request.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(
                    ProblemCode.CANCELLED, "Cancelled while a tunnel was made to " + channels.name() + ".", null);
        } catch (ExecutionException e) {
            if (!channels.alive()) {
                throw channels.lost();
            }
            throw taken(
                    channels.name() + " does not let rbee listen on its port " + remotePort
                            + ": it is taken, or the SSH server forbids it.",
                    "Another port may be free; the SSH server must have AllowTcpForwarding on.",
                    e);
        }
    }

    private static ProblemException taken(String message, String hint, Exception cause) {
        return new ProblemException(Problem.of(ProblemCode.PORT_TAKEN, message, hint), cause);
    }

    /** Ends the local ones; those there end with the connection. */
    @Override
    public void close() {
        local.keySet().forEach(this::closeLocal);
    }
}
