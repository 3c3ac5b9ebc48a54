package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.gguf.GgufReader;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.worker.engine.EngineFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a llama-server and waits until it has loaded its model. Blocks; call it once. */
public final class LlamaServerLoader {
    private static final Logger LOG = LoggerFactory.getLogger(LlamaServerLoader.class);
    private static final long LOOK_MS = 25;
    /** The device of a worker that may use every GPU. */
    private static final String ALL = "gpu";

    private LlamaServerLoader() {}

    /**
     * Loads. Throws {@link ProblemException}: {@code model_file_missing}, {@code model_invalid}, {@code engine_failed},
     * {@code engine_missing} for an architecture it does not know, {@code model_too_large}, {@code invalid_field}.
     */
    public static LlamaServerEngine load(LlamaOptions options) throws InterruptedException {
        long start = options.nanos().getAsLong();
        GgufInfo model = GgufReader.read(options.model());
        LaunchPlan plan = LaunchPlan.of(model, options, Runtime.getRuntime().availableProcessors());
        ServerProgram program = new ServerProgram(program(options.engine()));
        ProgramFlags flags = program.flags();
        String version = program.version();
        String device = plan.cpu() ? null : gpu(program, options.engine());
        LastLines lines = new LastLines();
        String key = key();
        Path keyFile = keyFile(key);
        ServerChild child = null;
        try {
            List<String> argv = LaunchArgs.of(
                    plan,
                    flags,
                    program.path(),
                    options.model(),
                    keyFile,
                    ALL.equals(options.engine().device()) ? null : device,
                    options.nonce());
            child = ServerChild.start(argv, lines);
            LOG.info("pid={} engine=llama-server version={} starts", child.pid(), version);
            ServerDoor door = ready(child, lines, key, version);
            lines.quiet();
            JsonNode props = door.get("/props");
            EngineFacts facts = facts(plan, props, version, device, options, start);
            watch(child, options.crashed());
            return new LlamaServerEngine(child, door, facts, tools(props), options.maxWaiting(), options.nanos());
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.ENGINE_FAILED,
                    "llama-server can't be started: " + e.getMessage() + ".",
                    "Install another one: rbee engine install");
        } catch (ProblemException | InterruptedException e) {
            if (child != null) {
                child.close();
            }
            throw e;
        } finally {
            remove(keyFile);
        }
    }

    private static Path program(WorkerEngine engine) {
        String program = engine.program();
        if (program == null) {
            throw ProblemException.of(
                    ProblemCode.ENGINE_MISSING, "No llama-server was chosen.", "Install one: rbee engine install");
        }
        return Path.of(program);
    }

    private static String gpu(ServerProgram program, WorkerEngine engine) {
        String device = program.device(String.valueOf(engine.device()));
        if (device == null) {
            throw ProblemException.of(
                    ProblemCode.ENGINE_FAILED,
                    "This llama-server sees no device \"" + engine.device() + "\".",
                    "Install a build for that GPU, or run the model on the processor.");
        }
        return device;
    }

    private static ServerDoor ready(ServerChild child, LastLines lines, String key, String version)
            throws InterruptedException {
        ServerDoor door = null;
        while (true) {
            if (child.endedWithin(LOOK_MS)) {
                throw new ProblemException(lines.failure(child.exitCode(), version));
            }
            if (door == null) {
                Integer port = port(lines);
                door = port == null ? null : new ServerDoor(port, key);
            } else if (healthy(door)) {
                return door;
            }
        }
    }

    private static @Nullable Integer port(LastLines lines) throws InterruptedException {
        try {
            return lines.port().get(LOOK_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return null;
        }
    }

    private static boolean healthy(ServerDoor door) {
        try {
            return door.healthy();
        } catch (ProblemException e) {
            return false; // it has just ended, or does not listen yet
        }
    }

    private static EngineFacts facts(
            LaunchPlan plan,
            JsonNode props,
            String version,
            @Nullable String device,
            LlamaOptions options,
            long start) {
        GgufInfo model = plan.model();
        return new EngineFacts(
                "llama-server-" + version,
                device == null ? "cpu" : device.replaceAll("\\d", "").toLowerCase(java.util.Locale.ROOT),
                model,
                Math.max(
                        plan.context(),
                        props.at("/default_generation_settings/n_ctx").asInt()),
                plan.slots(),
                plan.threads(),
                model.embeddingOnly(),
                model.generates(),
                model.generates() && model.chatTemplate() != null ? "model" : "none",
                (options.nanos().getAsLong() - start) / 1_000_000,
                new EngineFacts.Run(
                        "llama-server",
                        device == null ? "cpu" : device,
                        plan.kvType(),
                        plan.cpu() ? Integer.valueOf(0) : options.engine().gpuLayers(),
                        props.at("/modalities/vision").asBoolean(),
                        model.generates()));
    }

    private static boolean tools(JsonNode props) {
        JsonNode able = props.path("chat_template_caps");
        return able.path("supports_tools").asBoolean()
                && able.path("supports_tool_calls").asBoolean();
    }

    /** A child that ends by itself takes this process along, as a crash of the embedded engine would. */
    private static void watch(ServerChild child, Runnable crashed) {
        child.onCrash(code -> {
            LOG.warn("pid={} engine=llama-server ended, code={}", child.pid(), code);
            crashed.run();
        });
    }

    private static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** In a folder of its own that nobody else may enter. */
    private static Path keyFile(String key) {
        try {
            Path folder = Files.createTempDirectory("rbee-engine");
            Path file = folder.resolve("key");
            Files.writeString(file, key + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("no file for the engine's key can be made", e);
        }
    }

    private static void remove(Path keyFile) {
        try {
            Files.deleteIfExists(keyFile);
            Path folder = keyFile.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            LOG.warn("file={} not removed: {}", keyFile, e.toString());
        }
    }
}
