package dev.rbee.service.cli;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.inference.InferEvent;
import dev.rbee.contract.inference.InferRequest;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.LogLine;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerOptions;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.Sse;
import dev.rbee.http.gate.AdminGate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real HTTP server that answers like a queen with one hive and, once it was asked to spawn, one worker. */
final class FakeQueen implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final List<String> calls = new CopyOnWriteArrayList<>();
    final FakeMachines machines = new FakeMachines();
    final FakeModels models = new FakeModels();
    volatile @Nullable WorkerOptions lastOptions;
    private final List<WorkerInfo> workers = new CopyOnWriteArrayList<>();
    private final Server server;

    FakeQueen(String token) {
        server = ServerSpec.builder("queen", "q1", new AdminGate(token))
                .proofSecret(token)
                .grace(Duration.ofSeconds(1))
                .routes(this::routes)
                .start();
    }

    String url() {
        return server.url();
    }

    private void routes(Routes routes) {
        routes.get(
                        "/v1/info",
                        x -> x.json(
                                200,
                                new DaemonInfo(
                                        "queen", Version.CURRENT, "q1", List.of(), 42, NOW.minusSeconds(90), null)))
                .get("/v1/hives/list", x -> x.json(200, List.of(hive())))
                .get("/v1/workers/list", x -> x.json(200, workers))
                .get("/v1/models/catalog", x -> x.json(200, catalog()))
                .get(
                        "/v1/tokens",
                        x -> x.json(
                                200,
                                List.of(
                                        new TokenInfo("t1", "me", TokenScope.INFERENCE, NOW, null),
                                        new TokenInfo("t0", "token-1", TokenScope.INFERENCE, NOW, null))))
                .post("/v1/tokens", this::token)
                .delete("/v1/tokens/{id}", this::note)
                .delete("/v1/models/{id}", this::note)
                .post("/v1/workers/spawn", this::spawn)
                .get("/v1/workers/{id}", x -> x.json(200, worker()))
                .get("/v1/workers/{id}/placement", x -> x.json(200, placement(x.path("id"))))
                .post("/v1/hives/{id}/drain", x -> x.json(202, JobAccepted.of("j1")))
                .post("/v1/workers/{id}/drain", this::note)
                .delete("/v1/workers/{id}", this::note)
                .get("/v1/workers/{id}/logs", FakeQueen::logs)
                .get("/v1/jobs/{id}/stream", this::job)
                .post("/v1/infer", this::infer);
        machines.routes(routes);
        models.routes(routes);
    }

    private void note(Exchange x) {
        calls.add(x.method() + " " + x.path());
        if (x.path().endsWith("/missing")) {
            throw ProblemException.of(ProblemCode.WORKER_NOT_FOUND, "There is no worker \"missing\".", "See the list.");
        }
        x.noContent();
    }

    /** Lists no new token, as where somebody else makes one between list and making. */
    private void token(Exchange x) {
        String name = String.valueOf(x.body(NewToken.class).name());
        boolean taken = calls.contains("token " + name);
        calls.add("token " + name);
        if (taken) {
            throw ProblemException.of(ProblemCode.ALREADY_EXISTS, "There is a token \"" + name + "\".", null);
        }
        x.json(200, new CreatedToken("t2", name, TokenScope.ADMIN, NOW, "rbee_secret"));
    }

    private void spawn(Exchange x) {
        SpawnWorker request = x.body(SpawnWorker.class);
        calls.add("spawn " + request.model());
        lastOptions = request.options();
        if (catalog().stream().noneMatch(model -> model.id().equals(request.model()))) {
            x.json(202, JobAccepted.of("bad"));
            return;
        }
        if ("demo".equals(request.model())) {
            workers.add(worker());
        }
        x.json(202, JobAccepted.of("j1"));
    }

    private List<ModelEntry> catalog() {
        return Stream.concat(Stream.of(model()), models.pulled.stream().limit(1))
                .toList();
    }

    private void job(Exchange x) throws IOException, InterruptedException {
        if (models.stream(x)) {
            return;
        }
        try (Sse sse = x.sse()) {
            sse.event("1", "progress", new JobEvent("progress", "j1", 0.5, "loading", null, null));
            if (x.path("id").equals("bad")) {
                Problem problem = Problem.of(ProblemCode.MODEL_NOT_FOUND, "No hive has that model.", "Import it.");
                sse.event("2", "error", new JobEvent("error", "bad", null, null, null, problem));
            } else {
                var result = Json.MAPPER.createObjectNode().put("worker_id", "w1");
                sse.event("2", "done", new JobEvent("done", "j1", 1.0, null, result, null));
            }
        }
    }

    private void infer(Exchange x) throws IOException {
        InferRequest request = x.body(InferRequest.class);
        calls.add("infer " + request.model() + " " + request.prompt());
        try (Sse sse = x.sse()) {
            sse.event(null, "started", new InferEvent.Started("r1", "w1", "demo", 3, 256));
            sse.event(null, "token", new InferEvent.Token("Hel", 0));
            sse.event(null, "token", new InferEvent.Token("lo", 1));
            sse.event(null, "metrics", new InferEvent.Metrics(new Usage(3, 2, 5), new Timings(1, 2, 3, 4.0, 58.0)));
            sse.event(null, "end", new InferEvent.End("r1", "stop", 2, "Hello"));
        }
    }

    private static void logs(Exchange x) throws IOException {
        try (Sse sse = x.sse()) {
            sse.event("1", "log", new LogLine(1, NOW, "stderr", "loaded"));
            sse.event(null, "end", Map.of("worker_id", x.path("id")));
        }
    }

    private static WorkerPlacement placement(String id) {
        return new WorkerPlacement(
                id,
                NOW.minusSeconds(7200),
                "requests",
                "local",
                "It has the model's file and has room for it.",
                1_300_000_000L,
                9_800_000_000L,
                List.of(
                        new WorkerPlacement.Passed("gpu-1", "runs more workers: 3, against 1", 20_000_000_000L),
                        new WorkerPlacement.Passed("nas", "is offline", null)));
    }

    static HiveInfo hive() {
        return new HiveInfo(
                "local",
                "local",
                "127.0.0.1",
                7835,
                "http://127.0.0.1:7835",
                HiveMode.LOCAL,
                HiveState.ONLINE,
                true,
                "0.1.0",
                43L,
                NOW.minusSeconds(4),
                1,
                null,
                8_000_000_000L,
                0.5,
                NOW,
                null);
    }

    private static WorkerInfo worker() {
        return new WorkerInfo(
                "w1",
                "w1",
                "http://127.0.0.1:8080",
                "demo",
                "cpu",
                new Device("cpu"),
                WorkerState.IDLE,
                2,
                2,
                0,
                null,
                "local",
                1,
                44L,
                NOW.minusSeconds(2),
                true,
                58.0,
                "0.1.0",
                "embedded",
                256,
                100_000_000L,
                NOW,
                false,
                true);
    }

    private static ModelEntry model() {
        return new ModelEntry(
                "demo",
                "rbee-demo.gguf",
                null,
                5_175_360,
                null,
                "installed",
                "llama",
                "Q8_0",
                256,
                null,
                false,
                true,
                null,
                "local");
    }

    @Override
    public void close() {
        server.close();
    }
}
