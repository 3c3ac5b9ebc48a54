package dev.rbee.service.queen;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the port that was asked for, or, where that is only the default and taken, on the next free one. */
final class PortChoice {
    private static final Logger LOG = LoggerFactory.getLogger(PortChoice.class);
    private static final Set<Integer> OTHERS = Set.of(7830, 7835);
    private static final int TRIED = 50;

    private PortChoice() {}

    /** Starts it. Throws {@code port_taken} where the port was asked for by name, or nothing near is free. */
    static Server start(ServerSpec.Builder spec, int port, boolean explicit) {
        int last = explicit || port == 0 ? port : port + TRIED;
        for (int each = port; each < last; each++) {
            if (OTHERS.contains(each) && each != port) {
                continue;
            }
            try {
                return spec.port(each).start();
            } catch (ProblemException e) {
                if (e.problem().code() != ProblemCode.PORT_TAKEN) {
                    throw e;
                }
                LOG.warn("port={} is taken by another program, trying the next one", each);
            }
        }
        return spec.port(last).start();
    }
}
