package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/**
 * The port of the gateway on a machine: the same one whenever that can be, also after a restart of the queen, so that the hive and the workers
 * which run there find her again by themselves. Pure but for {@link #open}.
 */
final class GatewayPorts {
    private static final int FIRST = 21_000;
    private static final int RANGE = 10_000;
    private static final int TRIES = 20;
    private static final int STEP = 37;

    private GatewayPorts() {}

    /** The port of the n-th try, n from 0; below those that systems give to outgoing connections. */
    static int candidate(String owner, String node, int n) {
        return FIRST + Math.floorMod((owner + "\n" + node).hashCode() + n * STEP, RANGE);
    }

    /** Leads one of them to {@code gateway} here; returns it. Blocks. Throws {@code port_taken} where none is free. */
    static int open(TunnelledShell shell, String owner, String node, int gateway) {
        for (int n = 0; n < TRIES; n++) {
            int port = candidate(owner, node, n);
            try {
                shell.forwardRemote(port, gateway);
                return port;
            } catch (ProblemException e) {
                if (e.problem().code() != ProblemCode.PORT_TAKEN || n == TRIES - 1) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("no try was made");
    }
}
