package dev.rbee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.product.Api;
import dev.rbee.product.Image;
import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Response;

/** From nothing to the first token, by the command line and by the API. */
final class InferBench implements Main.Bench {
    private static final int RUNS = 7;

    @Override
    public Table run(Path folder) throws Exception {
        double[] first = new double[RUNS];
        double[] whole = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            cold(Files.createDirectory(folder.resolve("cold" + i)), i, first, whole);
        }
        double[] spawn = new double[RUNS];
        try (Sandbox sandbox = new Sandbox(Files.createDirectory(folder.resolve("warm")))) {
            Running.start(sandbox, "--daemon").awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            for (int i = 0; i < RUNS; i++) {
                spawn[i] = spawnToFirstToken(sandbox.api("QUEEN"));
            }
        }
        return new Table("From nothing to the first token, model `demo`", "what", "min / **median** / max")
                .row("`rbee infer`, nothing running: process start to first text", new Figures(first).spread("s"))
                .row("the same to its end, everything stopped again", new Figures(whole).spread("s"))
                .row("running queen: `POST /v1/workers/spawn` to the first token", new Figures(spawn).spread("s"));
    }

    private static void cold(Path folder, int i, double[] first, double[] whole) throws Exception {
        try (Sandbox sandbox = new Sandbox(folder)) {
            ProcessBuilder builder = new ProcessBuilder(
                    Image.rbee("infer", "--model", "demo", "--prompt", "hello", "--max-tokens", "32"));
            builder.environment().putAll(sandbox.environment());
            builder.redirectError(folder.resolve("stderr").toFile());
            long begin = System.nanoTime();
            Process process = builder.start();
            try (InputStream out = process.getInputStream()) {
                if (out.read() < 0) {
                    throw new IllegalStateException("no answer: " + Files.readString(folder.resolve("stderr")));
                }
                first[i] = (System.nanoTime() - begin) / 1e9;
                out.readAllBytes();
            }
            process.waitFor();
            whole[i] = (System.nanoTime() - begin) / 1e9;
        }
    }

    private static double spawnToFirstToken(Api queen) throws Exception {
        return spawnToFirstToken(queen, "{\"model\":\"demo\"}");
    }

    /** Seconds from that spawn to its first token; the worker is stopped afterwards. */
    static double spawnToFirstToken(Api queen, String spawn) throws Exception {
        long begin = System.nanoTime();
        JsonNode job = queen.spawn(spawn);
        double seconds = 0;
        try (Response response = queen.open(
                "POST",
                "/v1/chat/completions",
                "{\"model\":\"demo\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}")) {
            BufferedReader reader = new BufferedReader(response.body().charStream());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (seconds == 0 && line.contains("\"content\":\"") && !line.contains("\"content\":\"\"")) {
                    seconds = (System.nanoTime() - begin) / 1e9;
                }
            }
        }
        String worker = job.path("result").path("worker_id").asText();
        queen.call("DELETE", "/v1/workers/" + worker, null);
        return seconds;
    }
}
