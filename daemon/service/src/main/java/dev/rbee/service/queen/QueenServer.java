package dev.rbee.service.queen;

import dev.rbee.client.Announcer;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.service.home.InstanceLock;
import dev.rbee.service.home.RunFile;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.jobs.QuietJob;
import dev.rbee.service.queen.hives.HiveControl;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.store.Database;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queen that serves. Thread-safe. */
public final class QueenServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueenServer.class);
    private static final Duration LAST = Duration.ofSeconds(2);
    private static final long LOOK_MS = 50;

    private final QueenOptions options;
    private final QueenTime time;
    private final InstanceLock lock;
    private final QueenGraph graph;
    private final Server server;
    private final Announcer announcer;
    private final QueenTicker ticker;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean hurry;

    private QueenServer(
            QueenOptions options, QueenTime time, InstanceLock lock, QueenGraph graph, Server server, Http http) {
        this.options = options;
        this.time = time;
        this.lock = lock;
        this.graph = graph;
        this.server = server;
        this.announcer = new Announcer(
                http,
                () -> Credential.admin(options.token()),
                options.registries(),
                graph.known,
                () -> new RegisterRequest(
                        ComponentType.QUEEN,
                        "queen",
                        options.bind(),
                        server.port(),
                        Map.of("instance", graph.instance)),
                time.clock(),
                time.random());
        this.ticker = new QueenTicker();
    }

    /**
     * Starts a queen and returns when it serves. Blocks on the disk. Throws {@link ProblemException}:
     * {@code already_running}, {@code port_taken}, {@code schema_newer}, {@code config_invalid}.
     */
    public static QueenServer start(QueenOptions options, QueenTime time, Http http) {
        options.home().create();
        InstanceLock lock = InstanceLock.acquire(options.home());
        Database database = null;
        boolean served = false;
        try {
            database = Database.open(options.home(), time.clock(), time.nanos());
            String instance = "queen-" + time.id();
            QueenGraph graph = new QueenGraph(options, time, http, instance, database);
            Server server = PortChoice.start(
                    ServerSpec.builder("queen", instance, graph.gate)
                            .bind(options.bind())
                            .proofSecret(options.token())
                            .grace(LAST)
                            .images(Set.of("/v1/chat/completions", "/v1/route/explain"))
                            .hosts(options.hosts())
                            .origins(options.origins())
                            .routes(graph::routes),
                    options.port(),
                    options.portExplicit());
            QueenServer queen = new QueenServer(options, time, lock, graph, server, http);
            queen.begin();
            served = true;
            return queen;
        } finally {
            if (!served) {
                if (database != null) {
                    database.close();
                }
                lock.close();
            }
        }
    }

    private void begin() {
        options.home()
                .runFile("queen")
                .write(new RunFile.Content(
                        server.port(), ProcessHandle.current().pid(), graph.instance, server.url()));
        String notice = graph.database.notice();
        if (notice != null) {
            options.say().accept(notice);
            graph.hub.problem(new FleetProblem(
                    "database",
                    notice,
                    "Look through machines and tokens.",
                    time.clock().instant(),
                    null));
        }
        if (options.port() != 0 && server.port() != options.port()) {
            options.say().accept("Port " + options.port() + " is taken; the queen listens on " + server.port() + ".");
        }
        LOG.info("queen instance={} url={}", graph.instance, server.url());
        ticker.start(
                List.of(
                        graph.workers::tick,
                        graph.hives::tick,
                        graph.gpus::tick,
                        graph.cautious::tick,
                        graph.endpoints::tick,
                        graph.unloading::tick,
                        graph.inference::tick,
                        graph.keeping::tick,
                        graph.experience::tick,
                        graph.history::tick),
                List.of(graph.tokens::save, graph.libraries::tick));
        announcer.start();
        graph.discovery.start();
        if (options.startHives()) {
            graph.controls.own().forEach(control -> startHive(control.hiveId()));
        }
        graph.links.start();
    }

    private void startHive(String id) {
        graph.hives.remember(id, "127.0.0.1", 7835, HiveMode.LOCAL, null);
        var _ = graph.jobs.create("hive.start", "start " + id, job -> graph.actions.start(id, job));
    }

    /** {@code http://127.0.0.1:7833}, for instance. */
    public String url() {
        return server.url();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** New at every start. */
    public String instance() {
        return graph.instance;
    }

    /** {@code GET /v1/info} and so on: every route there is, for tests that try them all. */
    public List<String> routes() {
        return server.routes();
    }

    /** Its hives, for readers in this process. */
    public HiveRegistry hives() {
        return graph.hives;
    }

    /** Its workers, for readers in this process. */
    public WorkerRegistry workers() {
        return graph.workers;
    }

    /** Its jobs. */
    public JobStore jobs() {
        return graph.jobs;
    }

    /** Makes a {@link #close} that runs wait no longer for running answers. */
    public void hurry() {
        hurry = true;
    }

    /**
     * Takes nothing new, lets running answers end within the drain time, stops the hives of this machine, then itself; those of
     * other machines run on. Blocks
     * for that long; a second call returns at once.
     */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        LOG.info("queen instance={} drains", graph.instance);
        graph.inference.drain();
        long deadline = time.nanos().getAsLong() + options.drain().toNanos();
        awaitAnswers(deadline);
        graph.discovery.close();
        graph.links.closing();
        graph.jobs.close();
        graph.links.close();
        stopHives(deadline);
        announcer.close();
        ticker.close();
        graph.ticker.close();
        graph.hub.close();
        graph.inference.close();
        graph.endpoints.close();
        server.close();
        graph.models.close();
        graph.tokens.save();
        graph.keeping.end();
        graph.database.close();
        options.home().runFile("queen").remove(graph.instance);
        lock.close();
        LOG.info("queen instance={} stopped", graph.instance);
    }

    private void awaitAnswers(long deadline) {
        try {
            while (graph.inference.traffic().open() > 0
                    && !hurry
                    && time.nanos().getAsLong() - deadline < 0) {
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            hurry = true;
            Thread.currentThread().interrupt();
        }
    }

    private void stopHives(long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - time.nanos().getAsLong()));
        Duration grace = hurry ? Duration.ZERO : left.compareTo(LAST) < 0 ? left : LAST;
        List<Thread> stopping = new ArrayList<>();
        for (HiveControl control : graph.controls.own()) {
            stopping.add(Thread.ofVirtual().name("stop-" + control.hiveId()).start(() -> stop(control, grace)));
        }
        for (Thread each : stopping) {
            try {
                if (!each.join(grace.plusSeconds(10))) {
                    LOG.warn("a hive did not stop in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void stop(HiveControl control, Duration grace) {
        try {
            control.stop(new QuietJob("shutdown"), grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ProblemException e) {
            LOG.warn("hive={} did not stop: {}", control.hiveId(), e.getMessage());
        }
    }
}
