package dev.rbee.app.remote;

import dev.rbee.app.words.Words;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.client.RegistryClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.Components;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.net.URI;
import java.util.Map;

/** Asks the registry, wherever it may be: the first known address that proves itself. */
public final class RegistryDiscovery implements Discovery {
    private static final Words WORDS = Words.of(RegistryDiscovery.class);

    private final Queens queens;
    private final Http http;

    /** Of the queen of the moment. */
    public RegistryDiscovery(Queens queens, Http http) {
        this.queens = queens;
        this.http = http;
    }

    @Override
    public Found look() {
        Site site = queens.site();
        if (site.token() != null) {
            Credential credential = queens.admin();
            for (String there : site.registries().get()) {
                String here = site.ways().here(there);
                if (Proof.holds(http, here, credential, URI.create(there).getPort())) {
                    Components known = new RegistryClient(new Remote(here, () -> credential, http)).components();
                    return new Found(
                            known.hives().stream().map(RegistryDiscovery::hive).toList(),
                            known.workers().stream()
                                    .map(RegistryDiscovery::worker)
                                    .toList());
                }
            }
        }
        throw ProblemException.of(
                ProblemCode.UNREACHABLE, WORDS.get("no.registry.answers"), WORDS.get("start.the.queen.a.registry"));
    }

    /** What the registry knows of a hive, in the queen's form; the rest stays unknown. */
    static HiveInfo hive(ComponentEntry entry) {
        boolean tunnel = entry.metadata() != null && entry.metadata().containsKey("node");
        boolean local = !tunnel
                && (entry.hostname().equals("127.0.0.1") || entry.hostname().equals("localhost"));
        return new HiveInfo(
                entry.componentId(),
                entry.componentId(),
                entry.hostname(),
                entry.port(),
                entry.url(),
                local ? HiveMode.LOCAL : HiveMode.NETWORK,
                entry.online() ? HiveState.ONLINE : HiveState.OFFLINE,
                entry.online(),
                null,
                null,
                entry.lastSeen(),
                0,
                null,
                null,
                null,
                entry.registeredAt(),
                WORDS.get("known.from.the.registry.as"));
    }

    /** What the registry knows of a worker, in the queen's form; slots 0 says that they are unknown. */
    static WorkerInfo worker(ComponentEntry entry) {
        Map<String, Object> more = entry.metadata() == null ? Map.of() : entry.metadata();
        String model = entry.model() == null ? String.valueOf(more.getOrDefault("model", "unknown")) : entry.model();
        return new WorkerInfo(
                entry.componentId(),
                entry.componentId(),
                entry.url(),
                model,
                String.valueOf(more.getOrDefault("backend", "cpu")),
                null,
                entry.online() ? WorkerState.IDLE : WorkerState.OFFLINE,
                0,
                0,
                0,
                null,
                String.valueOf(more.getOrDefault("hive_id", more.getOrDefault("node_name", "–"))),
                0,
                null,
                entry.lastSeen(),
                entry.online(),
                null,
                null,
                null,
                null,
                null,
                entry.registeredAt(),
                Boolean.TRUE.equals(more.get("embedding")),
                !Boolean.FALSE.equals(more.getOrDefault("chat", true)));
    }
}
