package dev.rbee.service.queen.discovery;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerStatus;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes components known that were there before the queen: as a plain heartbeat would, from what they say of themselves.
 * Whoever does not prove to be of this installation is left alone. Thread-safe; blocks.
 */
public final class Greeter implements Acquaintance {
    private static final int KEPT = 100;

    private final HiveRegistry hives;
    private final WorkerRegistry workers;
    private final HiveDoor door;
    private final Http http;
    private final String token;
    private final KnownComponents known;
    private final InstantSource clock;
    private final Map<String, String> met = new ConcurrentHashMap<>();

    /** Into those registries. */
    public Greeter(
            HiveRegistry hives,
            WorkerRegistry workers,
            HiveDoor door,
            Http http,
            String token,
            KnownComponents known,
            InstantSource clock) {
        this.hives = hives;
        this.workers = workers;
        this.door = door;
        this.http = http;
        this.token = token;
        this.known = known;
        this.clock = clock;
    }

    /** Also of hives that are known: their models may have changed. */
    @Override
    public void hive(String id, String url) {
        Capabilities capabilities = door.at(id, url).capabilities();
        Optional<HiveInfo> there = hives.find(id);
        if (there.isEmpty() || !there.get().online()) {
            URI at = URI.create(url);
            var _ = hives.beat(new HiveHeart(
                    id,
                    host(at),
                    at.getPort(),
                    null,
                    capabilities.version(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        hives.capabilities(id, capabilities);
        remember("hive", id, url);
    }

    @Override
    public void worker(String id, String url) {
        Optional<WorkerInfo> there = workers.lists().get(id);
        if (there.isPresent() && there.get().online()) {
            remember("worker", id, url);
            return;
        }
        Credential credential = Credential.toWorker(token, id);
        Remote remote = new Remote(url, () -> credential, http, id);
        if (remote.proven()) {
            DaemonInfo info = remote.info();
            Map<String, Object> said = info.details() == null ? Map.of() : info.details();
            if (said.get("model") instanceof String model) {
                var _ = workers.beat(heart(id, url, model, info, said));
                remember("worker", id, url);
            }
        }
    }

    private static WorkerHeart heart(String id, String url, String model, DaemonInfo info, Map<String, Object> said) {
        return new WorkerHeart(
                id,
                model,
                null,
                URI.create(url).getPort(),
                status(said.get("state")),
                text(said.get("implementation")),
                info.version(),
                null,
                null,
                text(said.get("hive_id")),
                url,
                text(said.get("backend")),
                whole(said.get("slots_total")),
                whole(said.get("slots_busy")),
                null,
                null,
                null,
                whole(said.get("context")),
                info.pid(),
                yes(said.get("embeddings")),
                yes(said.get("generates")));
    }

    private void remember(String kind, String id, String url) {
        if (met.size() < KEPT && !url.equals(met.put(kind + ":" + id, url))) {
            known.remember(kind, id, url, clock.instant());
        }
    }

    private static String host(URI at) {
        String host = at.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static @Nullable WorkerStatus status(@Nullable Object health) {
        return switch (health instanceof String word ? word : "") {
            case "loading" -> WorkerStatus.STARTING;
            case "draining" -> WorkerStatus.STOPPING;
            default -> null;
        };
    }

    private static @Nullable Boolean yes(@Nullable Object value) {
        return value instanceof Boolean yes ? yes : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
