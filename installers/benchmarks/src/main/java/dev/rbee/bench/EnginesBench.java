package dev.rbee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.product.Api;
import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same file, threads and requests through a worker with the embedded engine and through one with llama-server, one and four at a time.
 * {@code -Drbee.llama_server} names that one, without it only the embedded one is measured; {@code -Drbee.bench.model} names another file than the demo model's.
 */
final class EnginesBench implements Main.Bench {
    private static final int TOKENS = 128;
    private static final int ROUNDS = 5;

    private record Speeds(List<Double> prompt, List<Double> generation) {
        Speeds() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public Table run(Path folder) throws Exception {
        String program = System.getProperty("rbee.llama_server", "");
        List<String> engines = program.isBlank() ? List.of("embedded") : List.of("embedded", "llama-server");
        String model = System.getProperty("rbee.bench.model", "");
        Table table = new Table(
                "Engines: `" + (model.isBlank() ? "demo" : Path.of(model).getFileName()) + "`, one thread, " + TOKENS
                        + " tokens after a prompt of 200 characters",
                "engine",
                "at a time",
                "prompt tok/s per request, min / **median** / max",
                "tok/s of all together, min / **median** / max");
        try (Sandbox sandbox = new Sandbox(folder)) {
            if (!program.isBlank()) {
                sandbox.environment().put("RBEE_ENGINES_LLAMA_SERVER", program);
            }
            Running.start(sandbox, "--daemon").awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            sandbox.api("QUEEN").get("/v1/models/catalog"); // answers when the hive is there
            String name = name(sandbox, model);
            for (String engine : engines) {
                Api worker = worker(sandbox, name, engine);
                for (int callers : new int[] {1, 4}) {
                    Speeds speeds = measure(worker, callers);
                    table.row(
                            engine,
                            Integer.toString(callers),
                            figures(speeds.prompt()).spread(""),
                            figures(speeds.generation()).spread(""));
                }
            }
        }
        return table;
    }

    private static String name(Sandbox sandbox, String model) {
        return model.isBlank()
                ? "demo"
                : sandbox.api("LOCAL_HIVE")
                        .post(
                                "/v1/models/import",
                                "{\"path\":\"" + Path.of(model).toAbsolutePath() + "\"}")
                        .path("id")
                        .asText();
    }

    private static Api worker(Sandbox sandbox, String model, String engine) {
        Api queen = sandbox.api("QUEEN");
        for (JsonNode old : queen.get("/v1/workers/list")) {
            queen.call("DELETE", "/v1/workers/" + old.path("id").asText(), null);
        }
        queen.spawn("{\"model\":\"" + model + "\",\"threads\":1,\"slots\":4,\"ctx\":512,\"options\":{\"engine\":\""
                + engine + "\"}}");
        for (JsonNode each : queen.get("/v1/workers/list")) {
            if (each.path("implementation").asText().startsWith(engine)) {
                return new Api(each.path("url").asText(), sandbox.token());
            }
        }
        throw new IllegalStateException("no worker with " + engine);
    }

    private static Speeds measure(Api worker, int callers) throws Exception {
        Speeds speeds = new Speeds();
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            for (int round = 0; round <= ROUNDS; round++) {
                List<Future<JsonNode>> answers = new ArrayList<>();
                for (int i = 0; i < callers; i++) {
                    String body = request(round * callers + i);
                    answers.add(pool.submit(() -> worker.post("/v1/completions", body)));
                }
                double generation = 0;
                for (Future<JsonNode> answer : answers) {
                    JsonNode timings = answer.get().path("timings");
                    generation += timings.path("predicted_per_second").asDouble();
                    if (round > 0) {
                        speeds.prompt().add(timings.path("prompt_per_second").asDouble());
                    }
                }
                if (round > 0) { // the first warms up
                    speeds.generation().add(generation);
                }
            }
        }
        return speeds;
    }

    /** Each with its own prompt and a seed, so that nothing comes from a cache. */
    private static String request(int seed) {
        return "{\"prompt\":\"" + seed + " " + "The bee flies to the flower and tells the hive. ".repeat(4)
                + "\",\"max_tokens\":" + TOKENS + ",\"ignore_eos\":true,\"temperature\":0,\"seed\":" + seed + "}";
    }

    private static Figures figures(List<Double> values) {
        return new Figures(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
