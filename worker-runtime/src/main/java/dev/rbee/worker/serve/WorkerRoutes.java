package dev.rbee.worker.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All routes of a worker (design section 4). */
public final class WorkerRoutes {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Identity self;
    private final Life life;
    private final Running running;
    private final Ending ending;
    private final Instant started;
    private final Inference inference;
    private final Embeddings embeddings;
    private final Metrics metrics;

    /** With its parts. */
    public WorkerRoutes(
            Identity self, Life life, Running running, Counters counters, Ending ending, InstantSource clock) {
        this.self = self;
        this.life = life;
        this.running = running;
        this.ending = ending;
        this.started = clock.instant();
        this.inference = new Inference(self, life, running, counters, clock);
        this.embeddings = new Embeddings(self, life, running, counters);
        this.metrics = new Metrics(self.model(), life, counters, running);
    }

    /** Names them. */
    public void routes(Routes routes) {
        inference.routes(routes);
        routes.post("/v1/embeddings", embeddings::answer);
        routes.get("/v1/models", x -> x.json(200, models()));
        routes.get("/v1/models/{id}", this::model);
        routes.get("/v1/info", x -> x.json(200, info()));
        routes.get(
                "/metrics",
                x -> x.send(
                        200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        metrics.text().getBytes(StandardCharsets.UTF_8)));
        routes.delete("/v1/requests/{id}", this::cancel);
        routes.post("/v1/drain", this::drain);
        routes.post("/v1/shutdown", this::shutdown);
    }

    private DaemonInfo info() {
        List<String> features = new ArrayList<>(List.of("cancel", "drain", "timings"));
        Map<String, Object> details = InfoDetails.of(self, life, running);
        if (Boolean.TRUE.equals(details.get("generates"))) {
            features.addAll(List.of("chat", "completions", "infer", "stop", "seed", "grammar", "json_schema"));
        }
        if (Boolean.TRUE.equals(details.get("embeddings"))) {
            features.add("embeddings");
        }
        return new DaemonInfo(
                "worker",
                Version.CURRENT,
                self.workerId(),
                features,
                ProcessHandle.current().pid(),
                started,
                details);
    }

    private ObjectNode models() {
        ObjectNode list = Json.MAPPER.createObjectNode().put("object", "list");
        ArrayNode data = list.putArray("data");
        data.add(entry());
        return list;
    }

    private ObjectNode entry() {
        return Json.MAPPER
                .createObjectNode()
                .put("id", self.model())
                .put("object", "model")
                .put("created", started.getEpochSecond())
                .put("owned_by", "rbee");
    }

    private void model(Exchange x) {
        if (!x.path("id").equalsIgnoreCase(self.model())) {
            throw ProblemException.of(
                    ProblemCode.MODEL_NOT_FOUND,
                    "The model `" + x.path("id") + "` does not exist here.",
                    "GET /v1/models lists what there is.");
        }
        x.json(200, entry());
    }

    private void cancel(Exchange x) {
        running.cancel(x.path("id"));
        x.json(200, Map.of("id", x.path("id"), "cancelled", true));
    }

    private void drain(Exchange x) {
        x.json(202, Map.of("status", "draining", "running", running.count()));
        ending.whenIdle();
    }

    private void shutdown(Exchange x) {
        Duration grace = grace(x);
        x.json(202, Map.of("status", "stopping", "running", running.count(), "grace_ms", grace.toMillis()));
        ending.within(grace);
    }

    /** {@code grace_ms}, as a query parameter or in the body; 30 s where it is left out. */
    private static Duration grace(Exchange x) {
        String text = x.query("grace_ms").orElse("");
        if (text.isEmpty() && x.body().length > 0) {
            JsonNode value = x.json().path("grace_ms");
            text = value.isIntegralNumber() ? value.asText() : "";
        }
        if (!text.matches("\\d{1,9}")) {
            return GRACE;
        }
        Duration asked = Duration.ofMillis(Long.parseLong(text));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
