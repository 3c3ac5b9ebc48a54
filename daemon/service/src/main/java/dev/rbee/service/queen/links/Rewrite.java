package dev.rbee.service.queen.links;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.service.queen.discovery.Discovery;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What comes from a machine behind a tunnel, with its addresses as they are here: the ports of its loopback become those of the tunnels to it.
 * {@code here} opens a tunnel where there is none yet.
 */
record Rewrite(String node, IntUnaryOperator here) {
    private static final String LOOPBACK = "127.0.0.1";

    RegisterHive hive(RegisterHive said) {
        return new RegisterHive(
                node,
                LOOPBACK,
                port(said.port(), "port"),
                HiveMode.NETWORK,
                said.version(),
                said.pid(),
                said.epoch(),
                said.capabilities());
    }

    HiveHeart hive(HiveHeart said) {
        return new HiveHeart(
                node,
                LOOPBACK,
                portOrNull(said.port(), "hive.port"),
                said.status(),
                said.version(),
                said.pid(),
                HiveMode.NETWORK,
                said.ramFreeBytes(),
                said.cpuLoad(),
                said.workers(),
                said.epoch(),
                said.seq());
    }

    RegisterWorker worker(RegisterWorker said) {
        return new RegisterWorker(
                said.workerId(),
                url(port(portOf(said.url(), "url"), "url")),
                said.modelRef(),
                said.backend(),
                said.device(),
                node,
                said.slotsTotal(),
                said.vramBytes(),
                said.epoch(),
                said.state(),
                said.pid(),
                said.implementation(),
                said.version(),
                said.context(),
                said.embedding(),
                said.memoryBytes(),
                said.chat(),
                said.run());
    }

    WorkerHeart worker(WorkerHeart said) {
        Integer there = said.url() == null ? said.port() : portOf(said.url(), "worker.url");
        Integer port = portOrNull(there, "worker.port");
        return new WorkerHeart(
                said.id(),
                said.modelId(),
                said.device(),
                port,
                said.status(),
                said.implementation(),
                said.version(),
                said.epoch(),
                said.seq(),
                node,
                port == null ? null : url(port),
                said.backend(),
                said.slotsTotal(),
                said.slotsBusy(),
                said.vramBytes(),
                said.memoryBytes(),
                said.tokensPerSecond(),
                said.context(),
                said.pid(),
                said.embedding(),
                said.chat(),
                said.run());
    }

    RegisterRequest component(RegisterRequest said) {
        Map<String, Object> metadata = new LinkedHashMap<>(said.metadata() == null ? Map.of() : said.metadata());
        metadata.put(Discovery.BEHIND, node);
        return new RegisterRequest(
                said.componentType(), said.componentId(), LOOPBACK, port(said.port(), "port"), metadata);
    }

    private static String url(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }

    private int port(@Nullable Integer there, String field) {
        if (there == null) {
            throw new ProblemException(Problem.missing(field));
        }
        if (there < 1 || there > 65_535) {
            throw new ProblemException(
                    Problem.field(field, "Port " + there + " does not exist.", "Send a number from 1 to 65535."));
        }
        return here.applyAsInt(there);
    }

    private @Nullable Integer portOrNull(@Nullable Integer there, String field) {
        return there == null ? null : Integer.valueOf(port(there, field));
    }

    /** Its port, where the address is one of the machine's own loopback: tunnels lead nowhere else. */
    static @Nullable Integer portOf(@Nullable String url, String field) {
        if (url == null) {
            return null;
        }
        try {
            URI at = URI.create(url);
            if ("http".equals(at.getScheme())
                    && at.getPort() > 0
                    && (LOOPBACK.equals(at.getHost()) || "localhost".equals(at.getHost()))) {
                return at.getPort();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ProblemException(Problem.field(
                field,
                "\"" + field + "\" is no address of the machine's own loopback.",
                "Send http://127.0.0.1: and the port."));
    }
}
