package dev.rbee.service.queen.spawn;

import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.Http;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.workers.LogLine;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.http.Exchange;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.Sse;
import dev.rbee.http.gate.AdminGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A hive that only says that it spawned. */
final class StandInHive implements AutoCloseable {
    static final String TOKEN = "rbee_hive_token";
    final AtomicInteger spawns = new AtomicInteger();
    final Map<String, WorkerProcess> processes = new ConcurrentHashMap<>();
    final Map<String, String> bySpawnId = new ConcurrentHashMap<>();
    final List<SpawnWorker> orders = new CopyOnWriteArrayList<>();
    volatile long modelBytes = 1000;
    volatile long ramFree = 4L << 30;
    final List<String> stopped = new CopyOnWriteArrayList<>();
    private final Http http = new Http();
    private final String id;
    private final List<String> models;
    private final Server server;
    private final String url;

    StandInHive(String id, String... models) {
        this.id = id;
        this.models = Arrays.asList(models);
        server = ServerSpec.builder("hive", id, new AdminGate(TOKEN))
                .proofSecret(TOKEN)
                .grace(Duration.ofMillis(100))
                .routes(routes -> routes.post("/v1/workers/spawn", this::spawn)
                        .get("/v1/workers", x -> x.json(200, List.copyOf(processes.values())))
                        .get("/v1/models", x -> x.json(200, List.of()))
                        .delete("/v1/workers/{id}", this::stop)
                        .get("/v1/workers/{id}/logs", StandInHive::logs))
                .start();
        url = server.url();
    }

    private void spawn(Exchange x) {
        SpawnWorker request = x.body(SpawnWorker.class);
        orders.add(request);
        String model = String.valueOf(request.model());
        String worker = bySpawnId.computeIfAbsent(
                String.valueOf(request.spawnId()), s -> model + "-" + spawns.incrementAndGet());
        put(worker, model, ProcessState.RUNNING, null);
        x.json(200, new SpawnedWorker(worker, 4711, 8080));
    }

    void put(String worker, String model, ProcessState state, @Nullable String message) {
        processes.put(
                worker, new WorkerProcess(worker, model, state, 4711, 8080, null, Instant.EPOCH, 0, null, message));
    }

    private void stop(Exchange x) {
        stopped.add(x.path("id") + " drain_ms=" + x.query("drain_ms").orElse("-"));
        x.json(200, Map.of());
    }

    private static void logs(Exchange x) throws Exception {
        try (Sse sse = x.sse()) {
            sse.event("1", "log", new LogLine(1, Instant.EPOCH, "stderr", "out of memory in tensor 5"));
            sse.event(null, "end", Map.of());
        }
    }

    HiveInfo info() {
        List<ModelEntry> entries = models.stream()
                .map(model -> new ModelEntry(
                        model,
                        model,
                        null,
                        modelBytes,
                        null,
                        "installed",
                        null,
                        null,
                        null,
                        null,
                        false,
                        true,
                        null,
                        null))
                .toList();
        Capabilities capabilities = new Capabilities(
                List.of(),
                "linux",
                "x86_64",
                new CpuInfo("cpu", 2, 2, List.of(), null),
                new MemoryInfo(8L << 30, ramFree),
                new MemoryInfo(1, 1),
                List.of(),
                entries,
                null,
                null);
        return new HiveInfo(
                id,
                id,
                "127.0.0.1",
                server.port(),
                url,
                HiveMode.LOCAL,
                HiveState.ONLINE,
                true,
                null,
                null,
                null,
                processes.size(),
                capabilities,
                null,
                null,
                Instant.EPOCH,
                null);
    }

    HiveClient client() {
        return new HiveClient(new Remote(url, () -> Credential.admin(TOKEN), http));
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
