package dev.rbee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.product.Api;
import dev.rbee.product.Image;
import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;

/** Tokens per second of a worker over HTTP against the bare library, same file and threads, in turns. */
final class EngineBench implements Main.Bench {
    private static final int TOKENS = 800;
    private static final int ROUNDS = 5;

    @Override
    public Table run(Path folder) throws Exception {
        Path model = Image.folder().resolve("assets/models/rbee-demo.gguf");
        List<Double> bare = new ArrayList<>();
        List<Double> streamed = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        try (Sandbox sandbox = new Sandbox(folder)) {
            Running.start(sandbox, "--daemon").awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            Api queen = sandbox.api("QUEEN");
            queen.spawn("{\"model\":\"demo\",\"threads\":1,\"slots\":1}");
            Api worker =
                    new Api(queen.get("/v1/workers/list").get(0).path("url").asText(), sandbox.token());
            stream(worker);
            for (int round = 0; round < ROUNDS; round++) {
                bare.addAll(bare(folder, model));
                streamed.add(stream(worker));
                whole.add(whole(worker));
            }
        }
        Figures base = figures(bare);
        return new Table(
                        "Embedded engine: generation, `demo` (2.6 M parameters, F16), one thread",
                        "what",
                        "min / **median** / max",
                        "of the bare library")
                .row("bare library, in its own JVM", base.spread("tok/s"), "1.00")
                .row("worker, streamed over HTTP", figures(streamed).spread("tok/s"), ratio(streamed, base))
                .row("worker, one JSON answer", figures(whole).spread("tok/s"), ratio(whole, base));
    }

    private static Figures figures(List<Double> values) {
        return new Figures(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String ratio(List<Double> values, Figures base) {
        return Figures.two(figures(values).median() / base.median());
    }

    private static List<Double> bare(Path folder, Path model) throws Exception {
        Path output = folder.resolve("bare.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Image.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "bare"),
                "-cp",
                System.getProperty("java.class.path"),
                BareLibrary.class.getName(),
                model.toString(),
                "1",
                Integer.toString(TOKENS),
                "3");
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        Process process = builder.redirectOutput(output.toFile())
                .redirectError(folder.resolve("bare.err").toFile())
                .start();
        process.waitFor();
        List<Double> rates = Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> line.matches("\\d+(\\.\\d+)?"))
                .map(Double::valueOf)
                .toList();
        return rates.subList(1, rates.size()); // the first warms up
    }

    private static String request(boolean stream) {
        return "{\"model\":\"demo\",\"prompt\":\"Tell me a short bee story\",\"max_tokens\":" + TOKENS
                + ",\"ignore_eos\":true,\"temperature\":0,\"stream\":" + stream + "}";
    }

    private static double stream(Api worker) throws Exception {
        try (Response response = worker.open("POST", "/v1/completions", request(true))) {
            BufferedReader reader = new BufferedReader(response.body().charStream());
            long begin = 0;
            long end = 0;
            int pieces = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("data: {") && line.contains("\"text\":\"")) {
                    end = System.nanoTime();
                    begin = pieces++ == 0 ? end : begin;
                }
            }
            return (TOKENS - 1) / ((end - begin) / 1e9);
        }
    }

    private static double whole(Api worker) {
        JsonNode answer = worker.post("/v1/completions", request(false));
        return answer.path("timings").path("predicted_per_second").asDouble();
    }
}
