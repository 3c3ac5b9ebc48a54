package dev.rbee.service.hive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.hive.process.JavaWorkerCommand;
import dev.rbee.service.home.Home;
import dev.rbee.service.models.fit.Fit;
import dev.rbee.service.models.fit.FitEngine;
import dev.rbee.service.models.fit.FitMachine;
import dev.rbee.service.models.fit.FitQuestion;
import dev.rbee.testing.SyntheticGguf;
import dev.rbee.testing.SyntheticGguf.Weights;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an estimate says against what the system shows for a real worker that has filled its context. */
@Timeout(600)
class MemoryIT {
    private static final double ALLOWED = 0.10;

    @TempDir
    Path folder;

    private HiveServer hive;
    private HiveCalls calls;
    private Home home;
    private String token;

    @BeforeEach
    void start() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "memory is read from /proc");
        home = Home.at(folder.resolve("home"));
        hive = HiveMain.start(HiveProcess.options(home).withWorker(List.of(), JavaWorkerCommand.MAIN));
        token = String.valueOf(home.existingToken());
        calls = new HiveCalls(hive.url(), token);
    }

    @AfterEach
    void stop() {
        hive.stop(Duration.ofSeconds(2));
    }

    @Test
    void theDemoModel() throws Exception {
        measured("demo", Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf"), 1024, 2);
    }

    @Test
    void anEmbeddingModel() throws Exception {
        Path shared = Path.of(System.getProperty("rbee.shared"), "models", "all-MiniLM-L6-v2.q8_0.gguf");
        assumeTrue(Files.exists(shared), "absent: " + shared);
        Path file = Files.copy(shared, home.models().resolve("minilm.gguf"));
        measured("minilm", file, 512, 1);
    }

    @Test
    void sixteenBitsWithMuchContext() throws Exception {
        measured("long", synthetic("long", Weights.F16), 4096, 2);
    }

    /** Which the engine keeps in another order beside the file. */
    @Test
    void fourBits() throws Exception {
        measured("four", synthetic("four", Weights.Q4_0), 512, 1);
    }

    private Path synthetic(String name, Weights weights) throws IOException {
        Path file = home.models().resolve(name + ".gguf");
        new SyntheticGguf(12, 768, 12, 4, 2048, 4000, 8192, weights).write(file);
        return file;
    }

    private void measured(String model, Path file, int ctx, int slots) throws Exception {
        ModelHeader header = GgufReader.read(file).header();
        long expected = Fit.of(
                        FitQuestion.of(header, ctx, slots, FitEngine.EMBEDDED), FitMachine.cpu(1L << 50, 1L << 50, 1))
                .need()
                .resident();
        SpawnedWorker worker = calls.client.spawn(new SpawnWorker(model, null, null, null, ctx, slots, null, 1));
        boolean encoder = Boolean.TRUE.equals(header.encoder());
        for (int round = 0; round < 3; round++) {
            ask(worker, encoder, ctx);
        }
        long peak = peak(worker.pid());
        double off = (double) expected / peak - 1;
        String figures = "%s: estimated %d MiB, measured %d MiB, %+.1f %%"
                .formatted(model, expected >> 20, peak >> 20, 100 * off);
        System.out.println(figures);
        assertTrue(Math.abs(off) <= ALLOWED, figures);
    }

    private void ask(SpawnedWorker worker, boolean encoder, int ctx) throws Exception {
        String text = "a ".repeat(encoder ? ctx - 10 : Math.min(1000, ctx) / 2 - 20);
        String path = encoder ? "/v1/embeddings" : "/v1/completions";
        String body = encoder
                ? "{\"input\":\"" + text + "\"}"
                : "{\"prompt\":\"" + text + "\",\"max_tokens\":4,\"temperature\":0}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + worker.port() + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    private static long peak(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
