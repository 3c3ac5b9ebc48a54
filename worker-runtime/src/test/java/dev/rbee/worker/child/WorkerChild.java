package dev.rbee.worker.child;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.contract.workers.WorkerEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker as a hive starts it: a process of its own, told by stdin, heard on stdout. */
public final class WorkerChild implements AutoCloseable {
    public static final String TOKEN = "rbee_0123456789abcdef";
    public static final Path DEMO = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Process process;
    private final Path home;
    private final BufferedReader out;
    private final String id;
    private int port;

    private WorkerChild(Process process, Path home, String id) {
        this.process = process;
        this.home = home;
        this.id = id;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What a test may choose. */
    public record Options(
            Path model,
            int context,
            int slots,
            List<String> registryUrls,
            @Nullable String queenUrl,
            List<String> flags,
            WorkerEngine engine) {
        public static Options of(Path model) {
            return new Options(model, 0, 2, List.of(), null, List.of(), WorkerEngine.EMBEDDED);
        }

        public Options context(int tokens) {
            return new Options(model, tokens, slots, registryUrls, queenUrl, flags, engine);
        }

        public Options slots(int count) {
            return new Options(model, context, count, registryUrls, queenUrl, flags, engine);
        }

        public Options engine(WorkerEngine chosen) {
            return new Options(model, context, slots, registryUrls, queenUrl, flags, chosen);
        }

        public Options flags(String... more) {
            return new Options(model, context, slots, registryUrls, queenUrl, List.of(more), engine);
        }

        public Options announcing(String registry, @Nullable String queen) {
            return new Options(model, context, slots, List.of(registry), queen, flags, engine);
        }
    }

    /** Starts one and waits until it serves its model. */
    public static WorkerChild serving(Path home, Options options) {
        WorkerChild child = started(home, options);
        String line = child.line();
        if (!line.startsWith("ready ")) {
            throw new IllegalStateException("the worker said: " + line + "\n" + child.log());
        }
        child.port = Integer.parseInt(line.substring(6));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> child.get("/health").body().contains("\"ok\""));
        return child;
    }

    /** Starts one. */
    public static WorkerChild started(Path home, Options options) {
        try {
            Files.createDirectories(home);
            String id = "w-" + Long.toHexString(System.nanoTime());
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=" + home.resolve("hs_err.log"),
                    "-Xms16m",
                    "-Xmx96m",
                    "-Xss512k"));
            command.addAll(options.flags());
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.rbee.worker.boot.WorkerMain"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectError(home.resolve("worker.log").toFile());
            builder.environment().put("OMP_WAIT_POLICY", "passive");
            WorkerChild child = new WorkerChild(builder.start(), home, id);
            WorkerConfig config = new WorkerConfig(
                    id,
                    "hive-1",
                    "demo",
                    options.model().toString(),
                    "127.0.0.1",
                    0,
                    options.context(),
                    options.slots(),
                    1,
                    child.key(),
                    Keys.fingerprint(TOKEN),
                    options.registryUrls(),
                    options.queenUrl(),
                    home.resolve("known_components.json").toString(),
                    options.engine(),
                    null);
            OutputStream in = child.process.getOutputStream();
            in.write(Json.bytes(config));
            in.write('\n');
            in.flush();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String id() {
        return id;
    }

    public String key() {
        return Keys.workerKey(TOKEN, id);
    }

    public Process process() {
        return process;
    }

    public int port() {
        return port;
    }

    /** The next line on stdout. */
    public String line() {
        try {
            return String.valueOf(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it wrote to stderr. */
    public String log() {
        try {
            return Files.readString(home.resolve("worker.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code; waits for it. */
    public int exit(Duration time) throws InterruptedException {
        if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the worker still lives after " + time);
        }
        return process.exitValue();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + key())
                .header(Headers.INSTANCE, id);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** Quotes may be single ones. */
    public HttpResponse<String> post(String path, String json) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    public JsonNode ok(String path, String json) {
        HttpResponse<String> answer = post(path, json);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body() + "\n" + log());
        }
        return tree(answer);
    }

    public JsonNode details() {
        return tree(get("/v1/info")).get("details");
    }

    public int busy() {
        return details().get("slots_busy").intValue();
    }

    public static JsonNode tree(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Of an error envelope. */
    public static String code(HttpResponse<String> answer) {
        return tree(answer).at("/error/code").asText();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
