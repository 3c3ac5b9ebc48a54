package dev.rbee.service.hive.engines;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.Http;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.service.hive.process.Launched;
import dev.rbee.service.hive.process.Launcher;
import dev.rbee.service.hive.process.ProcessLauncher;
import dev.rbee.service.hive.process.WorkerCommand;
import dev.rbee.service.hive.process.WorkerPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries an engine the way it will be used: a worker of its own, of which registry and queen hear nothing, loads the demo model with it and makes
 * some tokens. Thread-safe; blocks for seconds.
 */
public final class SmokeTest {
    private static final int TOKENS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Http http;
    private final Path model;
    private final Supplier<String> ids;
    private final WorkerCommand command;
    private final Map<String, String> environment;
    private final Path folder;

    /**
     * A test.
     *
     * @param model the demo model
     * @param ids makes short random hexadecimal text
     * @param environment of the worker
     * @param folder its working directory
     */
    public SmokeTest(
            Http http,
            Path model,
            Supplier<String> ids,
            WorkerCommand command,
            Map<String, String> environment,
            Path folder) {
        this.http = http;
        this.model = model;
        this.ids = ids;
        this.command = command;
        this.environment = environment;
        this.folder = folder;
    }

    /** A test under way, to be stopped. */
    public interface Handle {
        /** Runs {@code stop} once somebody no longer wants the result. */
        void onCancel(Runnable stop);
    }

    /** Tokens per second. Throws {@code engine_failed} with what the engine said. */
    public double tokensPerSecond(Path program, Handle handle) {
        String token = Keys.fingerprint(ids.get() + ids.get());
        WorkerPlan plan = new WorkerPlan("w-smoke-" + ids.get(), "smoke", model, 256, 1, null);
        Launcher launcher =
                new ProcessLauncher(command, (p, port) -> config(p, token, program), environment, folder, ids);
        Launched launched;
        try {
            launched = launcher.launch(plan, 0);
        } catch (IOException e) {
            throw failed("its worker does not start: " + e.getMessage());
        }
        Process process = launched.process();
        handle.onCancel(process::destroyForcibly);
        Thread limit = Thread.ofVirtual().start(() -> end(process));
        Thread.ofPlatform().daemon().name("smoke-err").start(() -> drain(process));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = String.valueOf(out.readLine());
            if (!line.matches("ready \\d{1,5}")) {
                throw failed(reason(line));
            }
            return measure(plan, token, Integer.parseInt(line.substring(6)), out);
        } catch (IOException e) {
            throw failed("its worker ended");
        } finally {
            limit.interrupt();
            process.destroyForcibly();
        }
    }

    private static WorkerConfig config(WorkerPlan plan, String token, Path program) {
        return new WorkerConfig(
                plan.workerId(),
                "smoke",
                plan.model(),
                plan.file().toString(),
                "127.0.0.1",
                0,
                plan.ctx(),
                plan.slots(),
                null,
                plan.key(token),
                plan.fingerprint(token),
                List.of(),
                null,
                null,
                new WorkerEngine(EngineShelf.LLAMA_SERVER, program.toString(), "cpu", 0, null, null, null, null, null),
                null);
    }

    private double measure(WorkerPlan plan, String token, int port, BufferedReader out) throws IOException {
        WorkerClient worker = WorkerClient.withKey(http, "http://127.0.0.1:" + port, plan.workerId(), plan.key(token));
        while (loading(worker, out)) {
            pause();
        }
        JsonNode answer = worker.remote()
                .postSlow(
                        "/v1/completions",
                        Map.of("prompt", "Who are you?", "max_tokens", TOKENS, "ignore_eos", true, "temperature", 0),
                        JsonNode.class);
        double speed = answer.at("/timings/predicted_per_second").asDouble();
        if (answer.at("/usage/completion_tokens").asInt() < TOKENS || speed <= 0) {
            throw failed("it made " + answer.at("/usage/completion_tokens").asInt() + " of " + TOKENS + " tokens");
        }
        return speed;
    }

    /** A worker that cannot load says why and ends. */
    private static boolean loading(WorkerClient worker, BufferedReader out) throws IOException {
        try {
            if (out.ready()) {
                throw failed(reason(String.valueOf(out.readLine())));
            }
            return worker.remote().health().status().equals("loading");
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.ENGINE_FAILED) {
                throw e;
            }
            throw failed(reason(String.valueOf(out.readLine())));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "The test of the engine was interrupted.", null);
        }
    }

    private static String reason(String line) {
        if (line.startsWith("problem ")) {
            return Json.read(line.substring(8).getBytes(StandardCharsets.UTF_8), Problem.class)
                    .message();
        }
        return "its worker ended without a word";
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // it was quicker
        }
    }

    private static void drain(Process process) {
        try (var err = process.getErrorStream()) {
            err.skip(Long.MAX_VALUE);
        } catch (IOException e) {
            // it has ended
        }
    }

    private static ProblemException failed(String why) {
        return ProblemException.of(
                ProblemCode.ENGINE_FAILED,
                "The engine fails its test: " + why + (why.endsWith(".") ? "" : "."),
                "Take a build made for this system, processor and GPU.");
    }
}
