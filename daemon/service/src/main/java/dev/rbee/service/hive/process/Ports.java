package dev.rbee.service.hive.process;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Chooses ports for workers by really binding them. Thread-safe; blocks no longer than a bind. */
public final class Ports {
    private final PortRange range;

    /** Chooses from that range. */
    public Ports(PortRange range) {
        this.range = range;
    }

    /**
     * The first free one not in {@code taken} (given to others that may not have bound them yet), or 0 where the system is
     * to choose. Throws {@code port_taken} where none is free.
     */
    public int choose(Set<Integer> taken) {
        if (range.first() == 0) {
            return 0;
        }
        for (int port = range.first(); port <= range.last(); port++) {
            if (!taken.contains(port) && free(port)) {
                return port;
            }
        }
        throw ProblemException.of(
                ProblemCode.PORT_TAKEN,
                "No port from " + range + " is free for a worker.",
                "Stop a worker, or widen worker.ports in rbee.toml.");
    }

    /** Something that binds the port it is given, or ends with {@code port_taken}; 0 is any. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** Tries that port. */
        T on(int port);
    }

    /**
     * Tries the first free one, and the next where somebody else takes it between the choice and the bind, a few times.
     * Throws what the attempt throws, and {@code port_taken} where none is free.
     */
    public <T> T bound(Attempt<T> attempt) {
        Set<Integer> lost = new HashSet<>();
        while (true) {
            int port = choose(lost);
            try {
                return attempt.on(port);
            } catch (ProblemException e) {
                if (e.problem().code() != ProblemCode.PORT_TAKEN
                        || lost.size() == EndRule.PORT_TRIES
                        || !lost.add(port)) {
                    throw e;
                }
            }
        }
    }

    /** True where nobody listens there on loopback now. */
    public static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
