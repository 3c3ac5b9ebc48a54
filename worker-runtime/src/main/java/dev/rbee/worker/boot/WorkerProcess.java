package dev.rbee.worker.boot;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.contract.workers.WorkerEngine;
import dev.rbee.http.Exchange;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.WorkerGate;
import dev.rbee.worker.embedded.CpuCheck;
import dev.rbee.worker.embedded.EmbeddedLoader;
import dev.rbee.worker.embedded.EngineOptions;
import dev.rbee.worker.engine.Engine;
import dev.rbee.worker.heart.Announcements;
import dev.rbee.worker.heart.Heart;
import dev.rbee.worker.heart.RunReport;
import dev.rbee.worker.llamaserver.LlamaOptions;
import dev.rbee.worker.llamaserver.LlamaServerLoader;
import dev.rbee.worker.serve.Counters;
import dev.rbee.worker.serve.Ending;
import dev.rbee.worker.serve.Identity;
import dev.rbee.worker.serve.Life;
import dev.rbee.worker.serve.Running;
import dev.rbee.worker.serve.WorkerRoutes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker's parts, wired: HTTP first, so that it can be asked, then the model, then word of it to registry and queen. */
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final int MAX_WAITING = 64;
    private static final int ENGINE_CRASHED = 70;

    private final WorkerConfig config;
    private final SecureRandom random = new SecureRandom();
    private final Life life = new Life();
    private final Counters counters = new Counters();
    private final Running running = new Running(this::newId);
    private final Ending ending = new Ending(life, running, System::nanoTime, this::end);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final FutureTask<Engine> loading = new FutureTask<>(this::engine);
    private final Server server;
    private final Announcements announcements;
    private final AtomicReference<@Nullable Announcements> announcing = new AtomicReference<>();

    /** Binds the port and serves while the model is being loaded. Throws {@code port_taken}. */
    WorkerProcess(WorkerConfig config) {
        this.config = config;
        // The longest part of the start, beside the server's own.
        Thread.ofPlatform().daemon().name("load").start(loading);
        Identity self = new Identity(config.workerId(), config.hiveId(), config.model());
        WorkerRoutes routes = new WorkerRoutes(self, life, running, counters, ending, Clock.systemUTC());
        this.server = ServerSpec.builder(
                        "worker", config.workerId(), new WorkerGate(config.key(), config.tokenFingerprint()))
                .bind(config.bind())
                .port(config.port())
                .health(() -> life.phase().health())
                .proofSecret(config.key())
                .grace(Duration.ofSeconds(2))
                .images(Set.of("/v1/chat/completions"))
                .routes(routes::routes)
                .routes(more -> more.post("/v1/announce", this::announce))
                .start();
        RunReport runs = new RunReport(config.engine(), config.sha256(), life, counters);
        Heart heart = new Heart(self, config.bind(), server.port(), config.slots(), life, counters, runs);
        this.announcements =
                new Announcements(config, heart, life, Clock.systemUTC(), random, this::superseded, server::alsoAt);
        announcing.set(announcements);
    }

    /** Its hive has heard of another way to registry and queen. */
    private void announce(Exchange x) {
        Announcements now = announcing.get();
        if (now != null) { // else they begin in a moment anyway
            now.again();
        }
        x.json(200, Map.of("status", "ok"));
    }

    private void superseded(Problem why) {
        LOG.warn("worker={} superseded: {}", config.workerId(), why.message());
        ending.within(Duration.ZERO);
    }

    int port() {
        return server.port();
    }

    /** Waits for the model. Throws {@link ProblemException} where it can't be loaded. */
    void load() throws InterruptedException {
        announcements.start();
        Engine engine = loaded();
        engine.onUse(life::changed);
        life.loaded(engine);
        LOG.info(
                "worker={} model={} engine={} port={} slots={} context={} threads={} template={} loaded_ms={}",
                config.workerId(),
                config.model(),
                engine.facts().implementation(),
                port(),
                engine.facts().slots(),
                engine.facts().context(),
                engine.facts().threads(),
                engine.facts().template(),
                engine.facts().loadMs());
    }

    private Engine loaded() throws InterruptedException {
        try {
            return loading.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("the model can't be loaded", e);
            }
        }
    }

    private Engine engine() throws InterruptedException {
        WorkerEngine chosen = Objects.requireNonNullElse(config.engine(), WorkerEngine.EMBEDDED);
        return chosen.name().equals("llama-server") ? llamaServer(chosen) : embedded();
    }

    private Engine embedded() {
        return EmbeddedLoader.load(new EngineOptions(
                Path.of(config.modelPath()),
                config.ctx(),
                config.slots(),
                config.threads(),
                MAX_WAITING,
                directory(),
                System::nanoTime,
                CpuCheck.here()));
    }

    private Engine llamaServer(WorkerEngine chosen) throws InterruptedException {
        return LlamaServerLoader.load(new LlamaOptions(
                chosen,
                Path.of(config.modelPath()),
                config.ctx(),
                config.slots(),
                config.threads(),
                MAX_WAITING,
                System.getProperty("rbee.nonce", config.workerId()),
                System::nanoTime,
                WorkerProcess::crashed));
    }

    /** The engine's process has ended: so does this one, at once, as if the engine were part of it. */
    private static void crashed() {
        Runtime.getRuntime().halt(ENGINE_CRASHED);
    }

    /** Stops in order within that time, then ends the process. Does not block. */
    void stop(Duration grace) {
        ending.within(grace);
    }

    /** Ends the process; the library does not let it end by itself. */
    private void end() {
        if (ended.compareAndSet(false, true)) {
            announcements.close();
            server.close();
            Engine engine = life.engine();
            if (engine != null) {
                engine.close();
            }
            LOG.info("worker={} ended", config.workerId());
            Runtime.getRuntime().halt(0);
        }
    }

    /** Where the library lies and what is known of templates: beside the installation's other files. */
    private Path directory() {
        String known = config.knownComponentsPath();
        Path home = known == null ? null : Path.of(known).toAbsolutePath().getParent();
        return home != null
                ? home.resolve("engines")
                : Path.of(System.getProperty("java.io.tmpdir"), "rbee-engines-" + System.getProperty("user.name"));
    }

    private String newId() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
