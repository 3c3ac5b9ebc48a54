package dev.rbee.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.InstallEngine;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.HubModel;
import dev.rbee.contract.models.PullModel;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Server;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the clients of models, engines and endpoints send, and that nothing in a name leaves its place in the path. */
class ModelsClientTest {
    private static final EngineInfo ENGINE = new EngineInfo("llama-server", "b10587", true, null);

    private final List<String> asked = new CopyOnWriteArrayList<>();

    private void models(Routes routes) {
        routes.get("/v1/models/search", x -> {
                    note(
                            x,
                            "search " + x.query("q").orElse("-") + " "
                                    + x.query("sort").orElse("-"));
                    x.json(200, List.of(hub()));
                })
                .get("/v1/models/search/{owner}/{repo}", x -> {
                    note(x, "repo " + x.path("owner") + " " + x.path("repo"));
                    x.json(200, hub());
                })
                .post("/v1/models/pull", x -> {
                    note(x, "pull " + x.body(PullModel.class).model());
                    x.json(202, JobAccepted.of("j1"));
                })
                .post(
                        "/v1/models/fit",
                        x -> x.json(200, new FitAnswer("m", "m", null, null, null, null, 4096, 1, List.of())))
                .post(
                        "/v1/models/gc",
                        x -> x.json(200, new GcReport(x.json().get("dry_run").asBoolean(), 7, List.of())))
                .delete("/v1/models/{id}", x -> {
                    note(x, "delete " + x.path("id") + " " + x.query("hive").orElse("-"));
                    x.noContent();
                })
                .post("/v1/jobs/{id}/pause", x -> {
                    note(x, "pause " + x.path("id"));
                    x.json(200, JobAccepted.of("j1"));
                })
                .post("/v1/jobs/{id}/resume", x -> {
                    note(x, "resume " + x.path("id"));
                    x.noContent();
                });
    }

    private void rest(Routes routes) {
        routes.get("/v1/hives/{id}/engines", x -> {
                    note(x, "engines of " + x.path("id"));
                    x.json(200, List.of(ENGINE));
                })
                .post("/v1/hives/{id}/engines/install", x -> {
                    note(x, "install " + x.body(InstallEngine.class).url());
                    x.json(202, JobAccepted.of("j2"));
                })
                .post("/v1/hives/{id}/engines/{version}/use", x -> {
                    note(x, "use " + x.path("version"));
                    x.noContent();
                })
                .delete("/v1/engines/{version}", x -> {
                    note(x, "remove " + x.path("version"));
                    x.noContent();
                })
                .post("/v1/endpoints", x -> {
                    AddEndpoint body = x.body(AddEndpoint.class);
                    note(x, "attach " + body);
                    x.json(
                            200,
                            new EndpointInfo(
                                    "lm", "http://127.0.0.1:1", "openai", "online", List.of(), 8, true, null, null));
                })
                .delete("/v1/endpoints/{name}", x -> {
                    note(x, "let go " + x.path("name"));
                    x.noContent();
                });
    }

    private static HubModel hub() {
        return new HubModel("a/b", 1L, null, null, false, null, null, null);
    }

    private void note(Exchange x, String what) {
        asked.add(what);
        assertTrue(x.header("Authorization").isPresent());
    }

    @Test
    void modelsAreAskedForByNameAndReference() {
        try (Server server = Fixture.server(0, this::models)) {
            ModelsClient models = new ModelsClient(Fixture.remote(server));
            assertEquals(
                    "a/b", models.search("qwen 3 & co", 10, "likes").getFirst().repo());
            assertEquals("a/b", models.repo("unsloth/Qwen3-8B-GGUF").repo());
            assertThrows(IllegalArgumentException.class, () -> models.repo("qwen3"));
            assertEquals(
                    "j1",
                    models.pull(new PullModel("hf:a/b:Q4_K_M", null, null)).jobId());
            assertEquals(
                    4096,
                    models.fit(new FitRequest("m", null, null, null, null)).ctx());
            assertTrue(models.gc(true).dryRun());
            models.delete("hf:a/b:Q4_K_M", "gpu 1");
            models.delete("qwen3:8b", null);
            models.pause("j1");
            models.resume("j1");
            assertEquals(
                    List.of(
                            "search qwen 3 & co likes",
                            "repo unsloth Qwen3-8B-GGUF",
                            "pull hf:a/b:Q4_K_M",
                            "delete hf:a/b:Q4_K_M gpu 1",
                            "delete qwen3:8b -",
                            "pause j1",
                            "resume j1"),
                    asked);
        }
    }

    @Test
    void enginesAndEndpoints() {
        try (Server server = Fixture.server(0, this::rest)) {
            EnginesClient engines = EnginesClient.atQueen(Fixture.remote(server), "gpu/1");
            assertEquals("b10587", engines.list().getFirst().version());
            assertEquals(
                    "j2",
                    engines.install(new InstallEngine("https://x/y.zip", null, "0".repeat(64), null))
                            .jobId());
            engines.use("b10587");
            EnginesClient.atHive(Fixture.remote(server)).remove("../b1");
            EndpointsClient endpoints = new EndpointsClient(Fixture.remote(server));
            endpoints.add(new AddEndpoint("lm", "http://127.0.0.1:1", "sk-secret", null, null));
            endpoints.remove("lm");
            assertEquals(
                    List.of(
                            "engines of gpu/1",
                            "install https://x/y.zip",
                            "use b10587",
                            "remove ../b1",
                            "attach AddEndpoint[lm, http://127.0.0.1:1, null]",
                            "let go lm"),
                    asked);
        }
    }
}
