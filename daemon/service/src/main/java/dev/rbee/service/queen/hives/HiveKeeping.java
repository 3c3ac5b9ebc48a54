package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.store.Nodes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what must survive a restart of the hives that are known: where they are, what they can do, how they stand. Written
 * when that changes, never for a heartbeat. Thread-safe; blocks on the disk.
 */
public final class HiveKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(HiveKeeping.class);

    private final HiveRegistry hives;
    private final Nodes nodes;
    private final Map<String, String> saved = new ConcurrentHashMap<>();

    /** Between those two. */
    public HiveKeeping(HiveRegistry hives, Nodes nodes) {
        this.hives = hives;
        this.nodes = nodes;
    }

    /** Shows the hives of earlier days. */
    public void load() {
        for (Node node : nodes.all()) {
            hives.remember(
                    node.nodeName(),
                    node.hostname() == null ? node.sshHost() : node.hostname(),
                    node.port() == null ? 7835 : node.port(),
                    HiveMode.LOCAL.wire().equals(node.mode()) ? HiveMode.LOCAL : HiveMode.NETWORK,
                    capabilities(node));
        }
    }

    /** Writes a hive down now where something changed. Throws {@link ProblemException} where the disk does not take it. */
    public void save(String id) {
        hives.find(id).ifPresent(this::save);
    }

    /** Writes down what changed; to be called every second or so. A failure is logged and tried again. */
    public void tick() {
        try {
            for (HiveInfo hive : hives.list()) {
                if (hive.lastSeen() != null) {
                    save(hive);
                }
            }
        } catch (ProblemException e) {
            LOG.warn("hives are not written down: {}", e.getMessage());
        }
    }

    /** It was removed. */
    public void forget(String id) {
        saved.remove(id);
    }

    private void save(HiveInfo hive) {
        String now = hive.url() + " " + hive.mode() + " " + hive.status() + " " + (hive.capabilities() != null) + " "
                + hive.message();
        String before = saved.put(hive.id(), now);
        if (now.equals(before)) {
            return;
        }
        try {
            nodes.saveHive(
                    hive.id(),
                    hive.hostname(),
                    hive.port(),
                    hive.mode(),
                    hive.capabilities(),
                    hive.status().wire(),
                    hive.message(),
                    hive.lastSeen() == null ? hive.since() : hive.lastSeen());
        } catch (ProblemException e) {
            saved.remove(hive.id());
            throw e;
        }
    }

    private static @Nullable Capabilities capabilities(Node node) {
        try {
            return node.capabilities() == null
                    ? null
                    : Json.read(node.capabilities().toString(), Capabilities.class);
        } catch (ProblemException e) {
            return null; // of another version: the hive will say it again
        }
    }
}
