package dev.rbee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.product.Api;
import dev.rbee.product.Image;
import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * A model from a hub to a hive, and from that hive to another one through the queen, all of it as products do it: fetched, hashed, forced to the disk and
 * listed; beside it what curl gets of the same ways. Needs {@code curl}.
 */
final class CopyBench implements Main.Bench {
    private static final int MORE = 256_000_000;
    private static final int ROUNDS = 5;
    private static final String REF = "hf:bench/model-GGUF/Copied.gguf";
    private static final Duration LONG = Duration.ofMinutes(5);

    @Override
    public Table run(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b/home"));
        try (HubServer hub = HubServer.start();
                Sandbox first = new Sandbox(folder.resolve("a"));
                Sandbox second = new Sandbox(folder.resolve("b"))) {
            hub.repo("bench/model-GGUF").file("Copied.gguf", model(folder));
            first.environment().putAll(hub.environment());
            first.environment().put("RBEE_MODELS_ADOPT", "false");
            Running.start(first, "--daemon").awaitLine(line -> line.startsWith("ready "), LONG);
            second.environment().putAll(hub.environment());
            second.environment().put("RBEE_MODELS_ADOPT", "false");
            second.environment().put("RBEE_LOCAL_HIVE_NAME", "second");
            for (String part : new String[] {"REGISTRY", "QUEEN"}) {
                second.environment().put("RBEE_" + part + "_PORT", Integer.toString(first.port(part)));
            }
            Files.writeString(second.home().resolve("token"), first.token() + "\n");
            Running.start(second, "hive").awaitLine(line -> line.startsWith("ready "), LONG);
            return measured(first);
        }
    }

    private static Path model(Path folder) throws IOException {
        Path file = folder.resolve("Copied.gguf");
        byte[] tail = new byte[MORE];
        new Random(7).nextBytes(tail);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Files.readAllBytes(Image.folder().resolve("assets/models/rbee-demo.gguf")));
            out.write(tail);
        }
        return file;
    }

    private static Table measured(Sandbox sandbox) throws Exception {
        Api queen = sandbox.api("QUEEN");
        double[] outside = new double[ROUNDS];
        double[] copied = new double[ROUNDS];
        double[] direct = new double[ROUNDS];
        double[] relayed = new double[ROUNDS];
        awaitHive(queen);
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            JsonNode entry = pull(queen, "local");
            double megabytes = entry.path("size_bytes").asLong() / 1e6;
            outside[i] = megabytes / seconds(start);
            start = System.nanoTime();
            pull(queen, "second");
            copied[i] = megabytes / seconds(start);
            String file = "/v1/models/" + entry.path("sha256").asText() + "/file";
            direct[i] = megabytes / curl(sandbox, sandbox.port("LOCAL_HIVE"), file);
            relayed[i] = megabytes / curl(sandbox, sandbox.port("QUEEN"), file);
            queen.call("DELETE", "/v1/models/" + entry.path("id").asText(), null);
        }
        return new Table("A model of 261 MB: hub to hive to hive", "what", "min / **median** / max")
                .row("pull from the hub, 4 connections", new Figures(outside).spread("MB/s"))
                .row("pull from the other hive, through the queen", new Figures(copied).spread("MB/s"))
                .row("curl from the hive, to nowhere", new Figures(direct).spread("MB/s"))
                .row("curl through the queen, to nowhere", new Figures(relayed).spread("MB/s"));
    }

    private static void awaitHive(Api queen) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            long online = 0;
            for (JsonNode hive : queen.get("/v1/hives/list")) {
                online += hive.path("online").asBoolean() ? 1 : 0;
            }
            if (online == 2) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the second hive does not come");
    }

    private static JsonNode pull(Api queen, String hive) throws InterruptedException {
        String job = queen.post("/v1/models/pull", "{\"model\":\"" + REF + "\",\"hive\":\"" + hive + "\"}")
                .path("job_id")
                .asText();
        while (true) {
            JsonNode now = queen.get("/v1/jobs/" + job);
            switch (now.path("state").asText()) {
                case "running" -> Thread.sleep(20);
                case "done" -> {
                    return now.path("result");
                }
                default -> throw new IllegalStateException("not pulled: " + now);
            }
        }
    }

    /** Seconds. The token goes by a file, so that it is not among the arguments. */
    private static double curl(Sandbox sandbox, int port, String path) throws Exception {
        Path headers = sandbox.folder().resolve("headers");
        Files.writeString(headers, "Authorization: Bearer " + sandbox.token() + "\n");
        long start = System.nanoTime();
        Process curl = new ProcessBuilder(
                        "curl", "-sSf", "-H", "@" + headers, "-o", "/dev/null", "http://127.0.0.1:" + port + path)
                .inheritIO()
                .start();
        if (curl.waitFor() != 0) {
            throw new IllegalStateException("curl failed");
        }
        return seconds(start);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
