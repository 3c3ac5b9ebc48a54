package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.nodes.Node;
import dev.rbee.service.queen.hives.HiveControl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The links to all machines that were added or declared. Thread-safe. */
public final class NodeLinks implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final LinkParts parts;
    private final Map<String, NodeLink> links = new ConcurrentHashMap<>();
    private final Semaphore attempts = new Semaphore(AT_ONCE);
    private final SleepWatch sleep;
    private volatile boolean closed;

    /** {@link #start} begins. */
    NodeLinks(LinkParts parts) {
        this.parts = parts;
        this.sleep = new SleepWatch(
                parts.clock(), parts.nanos(), () -> links.values().forEach(NodeLink::nudge));
    }

    /** Connects to every machine whose hive is wanted, several at once; returns at once. */
    void start() {
        for (Node node : parts.nodes().list()) {
            var _ = open(node, null);
        }
        sleep.start();
    }

    /**
     * The link to a machine; made where there is none yet.
     *
     * @param made a connection to it that there is already
     */
    NodeLink open(Node node, @Nullable TunnelledShell made) {
        parts.hives().remember(node.nodeName(), node.sshHost(), 7835, HiveMode.NETWORK, null);
        NodeLink fresh = new NodeLink(node.nodeName(), parts, attempts);
        NodeLink other = links.putIfAbsent(node.nodeName(), fresh);
        if (other != null) {
            return other;
        }
        if ("stopped".equals(node.wanted())) {
            parts.hives().state(node.nodeName(), HiveState.STOPPED, "not wanted to run");
        }
        if (made != null) {
            fresh.adopt(made);
        }
        return fresh.start(made == null && "running".equals(node.wanted()));
    }

    /** True for a machine that is reached over SSH: its hive holds its node key, not the installation's token. */
    public boolean linked(String name) {
        return links.containsKey(name);
    }

    /** The link to that machine. Throws {@code node_not_found}. */
    NodeLink get(String name) {
        NodeLink link = links.get(name);
        if (link == null) {
            throw LinkParts.unknown(name);
        }
        return link;
    }

    /** The control of that machine's hive; empty where it is not reached over SSH. */
    public Optional<HiveControl> control(String name) {
        return Optional.ofNullable(links.get(name)).map(link -> new RemoteHive(name, link));
    }

    /** The last lines of its hive's log; blocks. Throws {@code node_not_found} and what the way there meets. */
    public List<String> log(String name, int lines) throws InterruptedException {
        return get(name).log(lines);
    }

    /** Lets go of a machine; what runs there runs on. */
    void forget(String name) {
        NodeLink link = links.remove(name);
        if (link != null) {
            link.close();
        }
    }

    /** The queen ends: what is cancelled from now on is cancelled for that, not because somebody wants it. */
    public void closing() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    /** Lets go of all machines; their hives and workers run on. Blocks for some seconds at most. */
    @Override
    public void close() {
        closed = true;
        sleep.close();
        List<Thread> ends = links.values().stream()
                .map(link -> Thread.ofVirtual().name("link-end").start(link::close))
                .toList();
        try {
            for (Thread each : ends) {
                each.join(5_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
