package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ports of one machine's loopback and where they are reached here. They outlive connections: with the next one each is opened again where it
 * was, so that addresses stay. Thread-safe; opening may block for a moment.
 */
final class Tunnels {
    private static final Logger LOG = LoggerFactory.getLogger(Tunnels.class);

    private final String node;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Integer> here = new TreeMap<>();
    private @Nullable TunnelledShell shell;

    Tunnels(String node) {
        this.node = node;
    }

    /** A new connection: opens all of them again. One whose port here was taken meanwhile gets another one. */
    void over(TunnelledShell next) {
        lock.lock();
        try {
            shell = next;
            here.replaceAll((there, port) -> open(next, there, port));
        } finally {
            lock.unlock();
        }
    }

    /** That connection is gone; nothing happens where there is a newer one. */
    void lost(TunnelledShell gone) {
        lock.lock();
        try {
            if (gone.equals(shell)) {
                shell = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Where a port of the machine is reached here; opened where it is not yet. Throws {@code ssh_unreachable} while there is no connection. */
    int to(int there) {
        return to(there, null);
    }

    /** The same, at {@code before} where that can be: the port it had in earlier days. */
    int to(int there, @Nullable Integer before) {
        lock.lock();
        try {
            Integer known = here.get(there);
            if (known != null) {
                return known;
            }
            TunnelledShell now = shell;
            if (now == null) {
                throw ProblemException.of(
                        ProblemCode.SSH_UNREACHABLE, "There is no connection to " + node + " now.", null);
            }
            if (before != null && here.values().removeIf(before::equals)) {
                now.closeLocal(before); // what was reached there has moved
            }
            int port = before == null ? now.forwardLocal(there) : open(now, there, before);
            here.put(there, port);
            return port;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody listens behind that port of this machine any more. */
    void closeHere(int port) {
        lock.lock();
        try {
            boolean known = here.values().removeIf(each -> each == port);
            TunnelledShell now = shell;
            if (known && now != null) {
                now.closeLocal(port);
            }
        } finally {
            lock.unlock();
        }
    }

    private int open(TunnelledShell over, int there, int port) {
        try {
            return over.forwardLocal(there, port);
        } catch (ProblemException e) {
            if (e.problem().code() != ProblemCode.PORT_TAKEN) {
                throw e;
            }
            LOG.info("node={} port={} is taken here by now, another one is used", node, port);
            return over.forwardLocal(there);
        }
    }
}
