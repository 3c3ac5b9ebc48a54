package dev.rbee.service.hive;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.http.Server;
import dev.rbee.service.hive.capabilities.Machine;
import dev.rbee.service.hive.capabilities.NvidiaSmi;
import dev.rbee.service.hive.process.ChildEnvironment;
import dev.rbee.service.hive.process.JavaWorkerCommand;
import dev.rbee.service.hive.process.Leftovers;
import dev.rbee.service.hive.process.LogFolder;
import dev.rbee.service.hive.process.Ports;
import dev.rbee.service.hive.process.ProcessLauncher;
import dev.rbee.service.hive.process.RestartPolicy;
import dev.rbee.service.hive.process.Supervisor;
import dev.rbee.service.hive.process.SupervisorParts;
import dev.rbee.service.home.InstanceLock;
import dev.rbee.service.home.RunFile;
import dev.rbee.service.models.ModelStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hive of one machine: its HTTP door, the models, the worker processes, and what it says of itself to registry and
 * queen. Thread-safe.
 */
public final class HiveServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HiveServer.class);
    private static final int OLD_LOGS = 40;
    private static final Duration DEVICES_EVERY = Duration.ofMinutes(1);

    private final InstanceLock lock;
    private final HiveOptions options;
    private final HiveParts parts;
    private final Http http = new Http();
    private final HiveStore store;
    private final ModelStore models;
    private final Machine machine;
    private final HiveEngines engines;
    private final Supervisor supervisor;
    private final EndNews news;
    private final HiveLink link;
    private final DeviceWatch devices;
    private final Server server;
    private final AtomicReference<@Nullable HiveAnnouncements> announcements = new AtomicReference<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private HiveServer(HiveOptions options, HiveParts parts, InstanceLock lock) {
        this.lock = lock;
        this.options = options;
        this.parts = parts;
        Credential credential = Credential.admin(parts.token());
        Addresses addresses = new Addresses(options.home(), options.registryPort(), options.queenPort());
        this.link = new HiveLink(addresses, new KnownComponents(options.home().knownComponents()), parts.clock());
        Leftovers leftovers = new Leftovers(options.home().run().resolve("workers.json"));
        int swept = leftovers.sweep(Duration.ofSeconds(2));
        LogFolder.tidy(options.home().logs(), OLD_LOGS);
        this.store = new HiveStore(options, parts, this::queenUrl, this::modelsChanged);
        this.models = store.models();
        NvidiaSmi gpus =
                new NvidiaSmi(parts.searchPath(), Duration.ofSeconds(3), Duration.ofSeconds(20), parts.nanos());
        this.machine = new Machine(gpus, models.folder(), options.hiveId());
        this.engines = new HiveEngines(options, parts, machine);
        this.devices = new DeviceWatch(gpus::devices, this::modelsChanged);
        this.news = new EndNews(http, () -> credential, this::queenUrl, this::registryUrl);
        this.supervisor = Supervisor.start(new SupervisorParts(
                new ProcessLauncher(
                        new JavaWorkerCommand(options.installation(), options.workerFlags(), options.workerMain()),
                        new WorkerConfigMaker(options.hiveId(), parts.token(), addresses, options.home()),
                        ChildEnvironment.forWorker(System.getenv()),
                        options.home().path(),
                        parts.ids()),
                new HttpDoor(http, parts.token()),
                new Ports(options.workerPorts()),
                leftovers,
                options.home().logs(),
                RestartPolicy.STANDARD,
                SupervisorParts.Timings.STANDARD,
                this.news::tell,
                this::changed,
                parts.clock(),
                parts.nanos()));
        this.server = serve();
        LOG.info("hive={} url={} models={} swept={}", options.hiveId(), server.url(), models.folder(), swept);
        HiveAnnouncements announcing = new HiveAnnouncements(
                options,
                parts,
                http,
                addresses,
                machine,
                this::capabilities,
                supervisor,
                this::state,
                server,
                this::superseded);
        announcements.set(announcing);
        link.up(server::alsoAt, () -> {
            announcing.again();
            supervisor.announceAgain();
        });
        devices.start(DEVICES_EVERY);
        options.home()
                .runFile("hive")
                .write(new RunFile.Content(
                        server.port(), ProcessHandle.current().pid(), parts.instance(), server.url()));
    }

    /**
     * Starts it; when this returns, it serves. Throws {@link dev.rbee.contract.problem.ProblemException} with
     * {@code port_taken}, {@code already_running} or what its folders lack.
     */
    public static HiveServer start(HiveOptions options, HiveParts parts) {
        options.home().create();
        InstanceLock lock = InstanceLock.hive(options.home());
        try {
            return new HiveServer(options, parts, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens the door; where that cannot be, what was started before it ends again. */
    private Server serve() {
        try {
            return new HiveHttp(options, parts, http, store, machine, engines, supervisor, this, link).start();
        } catch (RuntimeException e) {
            supervisor.close();
            devices.close();
            news.close();
            store.close();
            http.close();
            throw e;
        }
    }

    /** {@code http://127.0.0.1:7835}, for instance. */
    public String url() {
        return server.url();
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** Its routes, as {@code GET /v1/info}; for tests that try every one. */
    public java.util.List<String> routes() {
        return server.routes();
    }

    boolean draining() {
        return draining.get() || ending.get();
    }

    void drain(boolean on) {
        draining.set(on);
        changed();
    }

    /** What its machine has, now. */
    Capabilities capabilities() {
        return machine.capabilities(engines.shelf().list(), models.list());
    }

    HiveState state() {
        return draining() ? HiveState.DRAINING : HiveState.ONLINE;
    }

    Map<String, Object> details() {
        return Map.of(
                "hive_id", options.hiveId(),
                "draining", draining(),
                "workers", supervisor.processes().size());
    }

    private void changed() {
        HiveAnnouncements now = announcements.get();
        if (now != null) {
            now.changed();
        }
    }

    /** Says its models and devices to the queen now. */
    void modelsChanged() {
        HiveAnnouncements now = announcements.get();
        if (now != null) {
            now.modelsChanged();
        }
    }

    private @Nullable String queenUrl() {
        HiveAnnouncements now = announcements.get();
        return now == null ? null : now.queenUrl();
    }

    private @Nullable String registryUrl() {
        HiveAnnouncements now = announcements.get();
        return now == null ? null : now.registryUrl();
    }

    private void superseded(Problem why) {
        LOG.warn("hive={} ends: {}", options.hiveId(), why.message());
        stopSoon(options.drain());
    }

    /** Begins to stop in the background; more than once does no harm. */
    public void stopSoon(Duration drain) {
        Thread.ofPlatform().name("hive-stop").start(() -> stop(drain));
    }

    /**
     * Stops: no new work, workers finish for {@code drain}, are told to end, are killed; then the server goes. Blocks until
     * all that is done, {@code drain} and some seconds at most.
     */
    public void stop(Duration drain) {
        if (ending.getAndSet(true)) {
            awaitEnd();
            return;
        }
        LOG.info("hive={} stopping, drain={}", options.hiveId(), drain);
        changed();
        devices.close();
        store.jobs().close();
        HiveStop.workers(supervisor, drain);
        news.close();
        HiveAnnouncements last = announcements.getAndSet(null);
        if (last != null) {
            last.close();
        }
        options.home().runFile("hive").remove(parts.instance());
        supervisor.close();
        server.close();
        store.close();
        http.close();
        lock.close();
        LOG.info("hive={} stopped", options.hiveId());
        ended.countDown();
    }

    /** Blocks until it has stopped. */
    public void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops with the usual deadline. */
    @Override
    public void close() {
        stop(options.drain());
    }
}
