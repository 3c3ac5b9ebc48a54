package dev.rbee.service.hive;

import dev.rbee.client.KnownComponents;
import dev.rbee.contract.hives.LinkHive;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Handler;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/link} of a hive that is reached through a tunnel: takes the way back to registry and queen, writes it down for the workers, and
 * has the hive register there at once. Thread-safe.
 */
final class HiveLink implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(HiveLink.class);
    private static final Pattern GATEWAY = Pattern.compile("http://127\\.0\\.0\\.1:[1-9]\\d{0,4}");

    private final Addresses addresses;
    private final KnownComponents known;
    private final InstantSource clock;
    private int port;
    private @Nullable IntConsumer tunnel;
    private @Nullable Runnable again;

    HiveLink(Addresses addresses, KnownComponents known, InstantSource clock) {
        this.addresses = addresses;
        this.known = known;
        this.clock = clock;
    }

    /** The hive is up: {@code tunnelPort} gets its port on the queen's machine, {@code registerAgain} is run. What was told before is told now. */
    synchronized void up(IntConsumer tunnelPort, Runnable registerAgain) {
        tunnel = tunnelPort;
        again = registerAgain;
        pass();
    }

    @Override
    public void handle(Exchange x) {
        LinkHive link = x.body(LinkHive.class);
        String gateway = link.gateway();
        if (gateway == null || !GATEWAY.matcher(gateway).matches()) {
            throw new ProblemException(Problem.field(
                    "gateway", "\"gateway\" is not an address of this machine.", "Send http://127.0.0.1:PORT."));
        }
        if (link.port() < 1 || link.port() > 65_535) {
            throw new ProblemException(Problem.field("port", "\"port\" is no port.", "Send 1 to 65535."));
        }
        addresses.link(gateway);
        known.remember("registry", "registry", gateway, clock.instant());
        known.remember("queen", "queen", gateway, clock.instant());
        LOG.info("linked gateway={} tunnel={}", gateway, link.port());
        synchronized (this) {
            port = link.port();
            pass();
        }
        x.json(200, Map.of("status", "linked"));
    }

    private void pass() {
        if (port != 0 && tunnel != null && again != null) {
            tunnel.accept(port);
            again.run();
        }
    }
}
