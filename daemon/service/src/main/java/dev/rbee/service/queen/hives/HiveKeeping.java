package dev.rbee.service.queen.hives;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.store.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what must survive a restart of the hives that are known: where they are, what they can do, how they stand, written
 * when that changes; and when they were last seen, written for all of them together every 30 s and at the end. Thread-safe;
 * blocks on the disk.
 */
public final class HiveKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(HiveKeeping.class);

    /** A heartbeat is every 30 s, too: more often would only keep disks awake. */
    private static final long SEEN_EVERY = Duration.ofSeconds(30).toNanos();

    private final HiveRegistry hives;
    private final Nodes nodes;
    private final LongSupplier nanos;
    private final Map<String, String> saved = new ConcurrentHashMap<>();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final AtomicLong seenNanos;

    /** Between those two; {@code nanos} is monotonic. */
    public HiveKeeping(HiveRegistry hives, Nodes nodes, LongSupplier nanos) {
        this.hives = hives;
        this.nodes = nodes;
        this.nanos = nanos;
        this.seenNanos = new AtomicLong(nanos.getAsLong());
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
        long now = nanos.getAsLong();
        long before = seenNanos.get();
        write(now - before >= SEEN_EVERY && seenNanos.compareAndSet(before, now));
    }

    /** Writes down everything, for the last time. A failure is logged. */
    public void end() {
        write(true);
    }

    private void write(boolean beats) {
        try {
            Map<String, Instant> newer = new HashMap<>();
            for (HiveInfo hive : hives.list()) {
                Instant at = hive.lastSeen();
                if (at != null) {
                    save(hive);
                    if (!at.equals(seen.get(hive.id()))) {
                        newer.put(hive.id(), at);
                    }
                }
            }
            if (beats && !newer.isEmpty()) {
                nodes.seen(newer);
                seen.putAll(newer);
            }
        } catch (ProblemException e) {
            LOG.warn("hives are not written down: {}", e.getMessage());
        }
    }

    /** It was removed. */
    public void forget(String id) {
        saved.remove(id);
        seen.remove(id);
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
            if (hive.lastSeen() != null) {
                seen.put(hive.id(), hive.lastSeen());
            }
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
