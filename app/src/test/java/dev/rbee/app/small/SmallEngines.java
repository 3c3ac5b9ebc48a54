package dev.rbee.app.small;

import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Engines and attached servers of a {@link SmallQueen}. */
public final class SmallEngines {
    private final List<String> calls;
    private final List<EndpointInfo> endpoints = new CopyOnWriteArrayList<>();
    private volatile String used = "b10400";

    SmallEngines(List<String> calls) {
        this.calls = calls;
    }

    void routes(Routes routes) {
        routes.get("/v1/hives/{id}/engines", x -> x.json(200, engines(used)));
        routes.post("/v1/hives/{id}/engines/install", x -> {
            InstallEngine asked = x.body(InstallEngine.class);
            calls.add("install " + asked.path() + " " + asked.url() + " on " + x.path("id"));
            x.json(202, JobAccepted.of("node-engine"));
        });
        routes.post("/v1/hives/{id}/engines/{version}/use", x -> {
            used = x.path("version");
            calls.add("use " + used + " on " + x.path("id"));
            x.noContent();
        });
        routes.delete("/v1/hives/{id}/engines/{version}", x -> {
            calls.add("remove " + x.path("version") + " from " + x.path("id"));
            x.noContent();
        });
        routes.get("/v1/endpoints", x -> x.json(200, endpoints));
        routes.post("/v1/endpoints", x -> {
            AddEndpoint asked = x.body(AddEndpoint.class);
            calls.add("attach " + asked);
            EndpointInfo made = endpoint(
                    Objects.requireNonNull(asked.name()),
                    Objects.requireNonNull(asked.url()),
                    "online",
                    asked.key() != null);
            endpoints.add(made);
            x.json(200, made);
        });
        routes.delete("/v1/endpoints/{name}", x -> {
            calls.add("detach " + x.path("name"));
            endpoints.removeIf(one -> one.name().equals(x.path("name")));
            x.noContent();
        });
    }

    /** Engines of a machine that has two builds of llama-server. */
    public static List<EngineInfo> engines(String used) {
        return List.of(
                new EngineInfo("embedded", "b4916", true, null, null, "bundled", false, null, null),
                llama("b10587", used, "installed", "/home/vince/.rbee/engines/llama-server/b10587/llama-server"),
                llama("b10400", used, "path", "/usr/local/bin/llama-server"));
    }

    private static EngineInfo llama(String version, String used, String origin, String path) {
        return new EngineInfo(
                "llama-server",
                version,
                true,
                null,
                path,
                origin,
                version.equals(used),
                List.of("CUDA0: NVIDIA RTX A4000 Laptop GPU (16384 MiB)"),
                origin.equals("installed") ? 412.0 : null);
    }

    /** An attached server. */
    public static EndpointInfo endpoint(String name, String url, String state, boolean key) {
        return new EndpointInfo(
                name,
                url,
                "ollama",
                state,
                List.of("llama3.2:3b", "qwen3:8b"),
                8,
                key,
                state.equals("online") ? null : "Nobody answers at " + url + ".",
                Instant.now());
    }

    /** This one is attached. */
    public void attached(EndpointInfo endpoint) {
        endpoints.add(endpoint);
    }
}
