package dev.rbee.app.small;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.Components;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One worker that chats, and a registry that knows it, each on a free port. */
public final class SmallWorker implements AutoCloseable {
    private final SmallChat chat;
    private final Server worker;
    private final Server registry;

    /** Starts both. */
    public SmallWorker(String id, String model, String token) {
        chat = new SmallChat(id);
        String key = Keys.workerKey(token, id);
        worker = ServerSpec.builder("worker", id, new AdminGate(key))
                .proofSecret(key)
                .grace(Duration.ofMillis(100))
                .routes(routes -> routes.post("/v1/chat/completions", chat::answer))
                .start();
        ComponentEntry entry = new ComponentEntry(
                null,
                id,
                id,
                "127.0.0.1",
                worker.port(),
                "llm",
                model,
                Instant.now(),
                Instant.now(),
                true,
                Map.of("hive_id", "this-machine"));
        registry = ServerSpec.builder("registry", "small", new AdminGate(token))
                .proofSecret(token)
                .grace(Duration.ofMillis(100))
                .routes(routes -> routes.get(
                        "/v1/registry/components",
                        x -> x.json(200, new Components(List.of(), List.of(entry), null, null))))
                .start();
    }

    /** What it answers. */
    public SmallChat chat() {
        return chat;
    }

    /** Address of the worker. */
    public String url() {
        return worker.url();
    }

    /** Address of the registry. */
    public String registry() {
        return registry.url();
    }

    @Override
    public void close() {
        worker.close();
        registry.close();
    }
}
