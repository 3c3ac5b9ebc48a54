package dev.rbee.service.queen;

import dev.rbee.client.Credential;
import dev.rbee.client.HiveClient;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.client.Proof;
import dev.rbee.client.wake.Broadcasts;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.http.Routes;
import dev.rbee.service.home.Home;
import dev.rbee.service.jobs.JobLimits;
import dev.rbee.service.jobs.JobRoutes;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.models.library.Libraries;
import dev.rbee.service.models.library.LibraryRoutes;
import dev.rbee.service.queen.access.AccessRoutes;
import dev.rbee.service.queen.access.AuditTrail;
import dev.rbee.service.queen.access.AuditedRoutes;
import dev.rbee.service.queen.access.QueenGate;
import dev.rbee.service.queen.access.UserTokens;
import dev.rbee.service.queen.discovery.Discovery;
import dev.rbee.service.queen.discovery.Greeter;
import dev.rbee.service.queen.endpoints.EndpointRoutes;
import dev.rbee.service.queen.endpoints.Endpoints;
import dev.rbee.service.queen.engines.EngineRelay;
import dev.rbee.service.queen.events.EventHub;
import dev.rbee.service.queen.events.EventRoutes;
import dev.rbee.service.queen.events.FleetView;
import dev.rbee.service.queen.events.StatsRing;
import dev.rbee.service.queen.events.StatsRoutes;
import dev.rbee.service.queen.events.StatsTicker;
import dev.rbee.service.queen.fit.Experience;
import dev.rbee.service.queen.fit.FitRoutes;
import dev.rbee.service.queen.fit.HiveFits;
import dev.rbee.service.queen.fit.RemoteSubjects;
import dev.rbee.service.queen.health.GpuWatch;
import dev.rbee.service.queen.health.HealthRoutes;
import dev.rbee.service.queen.hives.CatalogRoutes;
import dev.rbee.service.queen.hives.HiveActions;
import dev.rbee.service.queen.hives.HiveControls;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveEnds;
import dev.rbee.service.queen.hives.HiveKeeping;
import dev.rbee.service.queen.hives.HiveLimits;
import dev.rbee.service.queen.hives.HiveLogs;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.hives.HiveRoutes;
import dev.rbee.service.queen.hives.HiveSettling;
import dev.rbee.service.queen.hives.HiveWake;
import dev.rbee.service.queen.inference.Inference;
import dev.rbee.service.queen.inference.InstalledModels;
import dev.rbee.service.queen.inference.QueueLimits;
import dev.rbee.service.queen.links.Links;
import dev.rbee.service.queen.links.LinksMaker;
import dev.rbee.service.queen.logs.QueenLog;
import dev.rbee.service.queen.memory.IdleTimes;
import dev.rbee.service.queen.memory.Line;
import dev.rbee.service.queen.memory.MemoryRules;
import dev.rbee.service.queen.memory.Reservations;
import dev.rbee.service.queen.memory.Rooms;
import dev.rbee.service.queen.memory.Unloading;
import dev.rbee.service.queen.metrics.FleetCounts;
import dev.rbee.service.queen.metrics.QueenMetrics;
import dev.rbee.service.queen.models.FileRelay;
import dev.rbee.service.queen.models.FleetModels;
import dev.rbee.service.queen.spawn.Arrivals;
import dev.rbee.service.queen.spawn.CautiousSpawner;
import dev.rbee.service.queen.spawn.Declared;
import dev.rbee.service.queen.spawn.HiveModels;
import dev.rbee.service.queen.spawn.Placement;
import dev.rbee.service.queen.spawn.SpawnParts;
import dev.rbee.service.queen.spawn.SpawnRoutes;
import dev.rbee.service.queen.spawn.Spawns;
import dev.rbee.service.queen.spawn.WorkerProcesses;
import dev.rbee.service.queen.store.AuditTable;
import dev.rbee.service.queen.store.Database;
import dev.rbee.service.queen.store.EndpointTable;
import dev.rbee.service.queen.store.LearntTable;
import dev.rbee.service.queen.store.NodeNotes;
import dev.rbee.service.queen.store.Nodes;
import dev.rbee.service.queen.store.PlacementTable;
import dev.rbee.service.queen.store.RequestTable;
import dev.rbee.service.queen.store.TokenTable;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerRegistry;
import dev.rbee.service.queen.workers.WorkerRoutes;
import dev.rbee.service.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every part of a queen, made once and wired here; nothing of it is static. */
final class QueenGraph {
    private static final Logger LOG = LoggerFactory.getLogger(QueenGraph.class);
    private static final int EVENTS_KEPT = 4096;
    private static final long BURST_MS = 40;
    /** How long requests may wait for this machine's hive after the queen's start. */
    private static final Duration HIVE_PATIENCE = Duration.ofSeconds(20);

    /** Servers take minutes to start. */
    private static final Duration WAKE_PATIENCE = Duration.ofMinutes(5);

    private static final long QUIET_NANOS = Duration.ofMillis(2500).toNanos();

    final String instance;
    final Database database;
    final EventHub hub;
    final JobStore jobs;
    final WorkerRegistry workers;
    final HiveRegistry hives;
    final HiveControls controls;
    final Links links;
    final HiveActions actions;
    final HiveDoor door;
    final HiveKeeping keeping;
    final Unloading unloading;
    final CautiousSpawner cautious;
    final Inference inference;
    final UserTokens tokens;
    final AuditTrail audit;
    final QueenGate gate;
    final Discovery discovery;
    final KnownComponents known;
    final StatsTicker ticker;
    final StatsRing history;
    final GpuWatch gpus;
    final Endpoints endpoints;
    final Libraries libraries;
    final Experience experience;
    final FleetModels models;

    private final List<Named> routes;

    /** Something that names routes. */
    private interface Named {
        void add(Routes routes);
    }

    QueenGraph(QueenOptions o, QueenTime time, Http http, String instance, Database database) {
        this.instance = instance;
        this.database = database;
        hub = new EventHub(instance, EVENTS_KEPT, BURST_MS);
        jobs = new JobStore(time.clock(), time::id, JobLimits.DEFAULT, hub::job);
        WorkerNews news = new WorkerNews(hub);
        Arrivals arrivals = new Arrivals();
        IdleTimes idle = new IdleTimes(time.nanos());
        experience = new Experience(new LearntTable(database), this::entry, time.clock());
        workers = new WorkerRegistry(
                time.clock(),
                time.nanos(),
                time.random(),
                WorkerLimits.DEFAULT,
                news.and(arrivals).and(idle).and(experience));
        hives = new HiveRegistry(time.clock(), time.nanos(), time.random(), HiveLimits.DEFAULT, hub);
        Nodes nodes = new Nodes(database);
        endpoints = new Endpoints(
                new EndpointTable(database),
                o.home().endpointKeys(),
                workers,
                time.clock(),
                time.nanos(),
                name -> hives.list().stream().anyMatch(hive -> hive.id().equals(name))
                        || nodes.get(name).isPresent(),
                url -> Proof.holds(http, url, Credential.admin(o.token())));
        workers.keep(() ->
                Stream.concat(hives.held().stream(), endpoints.names().stream()).collect(Collectors.toSet()));
        endpoints.load();
        keeping = new HiveKeeping(hives, nodes, time.nanos());
        keeping.load();
        audit = new AuditTrail(new AuditTable(database), time.clock());
        tokens = new UserTokens(new TokenTable(database), time.random(), time::id, time.clock());
        gate = new QueenGate(o.token(), tokens);
        HiveEnds ends = new HiveEnds(hives, workers, http, o.token());
        FileRelay files = new FileRelay(hives::list, this::client);
        links = new LinksMaker(
                        o.home(),
                        o.token(),
                        instance,
                        o.machines(),
                        nodes,
                        new NodeNotes(database),
                        hives,
                        id -> own(id, o.settings().localHive().name()),
                        keeping,
                        workers,
                        ends,
                        hub,
                        jobs,
                        audit,
                        http,
                        o.registries(),
                        files,
                        time.clock(),
                        time.nanos(),
                        time::id)
                .make();
        door = new HiveDoor(http, links::secret);
        controls = new HiveControls(o.hives().apply(ends), links::control);
        known = new KnownComponents(o.home().knownComponents());
        Greeter greeter = new Greeter(hives, workers, door, http, o.token(), known, time.clock());
        actions = new HiveActions(
                hives, controls, door, workers, hub, time.clock(), o.drain(), id -> greet(o.home(), greeter, id));
        discovery = new Discovery(
                http, Credential.admin(o.token()), o.registries(), known, greeter, Duration.ofSeconds(15));

        WorkerProcesses processes = new WorkerProcesses(hives::list, door::of, http, o::token);
        libraries =
                Libraries.of(o.installation(), o.home(), o.settings().models().libraryUrl(), http, time.nanos());
        models = new FleetModels(hives, door, jobs, audit, libraries, o, time);
        unloading = new Unloading(workers, idle, processes, time.nanos());
        InstalledModels installed = new HiveModels(hives::list);
        Declared declared = new Declared(o.settings().declaredModels(), installed::same);
        Reservations reservations = new Reservations();
        Settings.Worker usual = o.settings().worker();
        HiveFits fits = new HiveFits(experience, usual.ctx(), usual.slots());
        PlacementTable placements = new PlacementTable(database);
        Spawns spawns = new Spawns(new SpawnParts(
                hives::list,
                door::of,
                links::identity,
                jobs,
                workers.lists(),
                arrivals,
                declared,
                fits,
                new Rooms(workers.lists(), idle, reservations, declared::keeps),
                reservations,
                new Line(),
                unloading,
                models.provider(),
                new MemoryRules(usual.evict(), Duration.ofSeconds(usual.stayS())),
                usual.idleS(),
                this::waits,
                placements::put,
                time.clock(),
                time.nanos()));
        cautious = new CautiousSpawner(spawns, workers.lists(), hives::held);
        RequestTable requests = new RequestTable(database);
        MetricsLog log = new MetricsLog(requests);
        inference = new Inference(new Inference.Parts(
                workers,
                installed,
                models.arrivals(),
                cautious,
                log,
                o::token,
                time::id,
                new QueueLimits(o.waiting(), o.patience(), QueueLimits.DEFAULT.patience()),
                endpoints,
                QUIET_NANOS,
                time.clock(),
                time.nanos(),
                time.random()));
        QueenMetrics metrics = new QueenMetrics(new FleetCounts(
                workers.lists()::list,
                hives::list,
                inference::stats,
                inference.traffic()::requestsTotal,
                inference.traffic()::failedTotal,
                inference.traffic()::tokensTotal,
                news::beats,
                hives::beats,
                requests::dropped));
        log.also(metrics::ended);
        gpus = new GpuWatch(hives, workers.lists(), nodes);
        HiveWake wake = new HiveWake(
                hives, links::control, nodes, Broadcasts::targets, WAKE_PATIENCE, Duration.ofSeconds(3), time.nanos());
        hub.view(view());
        ticker = new StatsTicker(hub, inference::stats, 1000);
        history = new StatsRing(inference::stats, time.clock());

        HiveSettling settling =
                new HiveSettling(hives::list, time.nanos(), o.startHives() ? HIVE_PATIENCE : Duration.ZERO);
        SpawnRoutes spawning = new SpawnRoutes(spawns, workers.lists(), hives::list, door::of, placements::get);
        routes = List.of(
                bare -> inference.routes(settling.before(bare)),
                bare -> spawning.routes(settling.before(bare)),
                new WorkerRoutes(workers, processes)::routes,
                new HiveRoutes(hives, actions, keeping, new HiveLogs(o.hiveLogs(), links), jobs, audit)::add,
                links::routes,
                new HealthRoutes(wake, gpus, jobs, audit)::add,
                new EndpointRoutes(endpoints, audit)::add,
                bare -> new FitRoutes(hives::list, fits, new RemoteSubjects(models.references(), time.nanos()))
                        .add(settling.before(bare)),
                new EngineRelay(hives, door, jobs, audit)::add,
                bare -> new CatalogRoutes(hives, door, audit).add(settling.before(bare)),
                bare -> bare.get("/v1/models/{sha256}/file", files.handler(null)),
                new LibraryRoutes(libraries)::add,
                bare -> models.add(settling.before(bare)),
                new JobRoutes(jobs)::add,
                new EventRoutes(hub, ticker)::add,
                new StatsRoutes(history)::add,
                new QueenLog(o.home().logs().resolve("rbee.log"))::add,
                new AccessRoutes(tokens, audit, new AuditTable(database), requests, inference.live())::add,
                metrics::add,
                new QueenInfo(instance, time.clock().instant(), o.stop())::add);
    }

    /** A hive of this machine: one that this queen starts, or that was started here by hand and beats. */
    private boolean own(String id, String local) {
        return controls.isOwn(id)
                || (id.equals(local)
                        && hives.find(id)
                                .filter(hive -> hive.online() && hive.mode() == HiveMode.LOCAL)
                                .isPresent());
    }

    private boolean waits(String model) {
        return inference.waits(model);
    }

    private HiveClient client(HiveInfo hive) {
        return door.of(hive);
    }

    private @Nullable ModelEntry entry(String hive, String model) {
        return hives.list().stream()
                .filter(each -> each.id().equals(hive) && each.capabilities() != null)
                .map(each -> Placement.entry(each, model))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Names every route. */
    void routes(Routes bare) {
        Routes audited = new AuditedRoutes(bare, audit);
        routes.forEach(each -> each.add(audited));
    }

    /** This machine's hive says itself where it serves; one that was met running would take its time to find this queen. */
    private void greet(Home home, Greeter greeter, String id) {
        if (!controls.isOwn(id)) {
            return;
        }
        home.runFile("hive").read().ifPresent(hive -> {
            try {
                greeter.hive(id, hive.url());
            } catch (ProblemException e) {
                LOG.debug("hive={} is left to register by itself: {}", id, e.getMessage());
            }
        });
    }

    private FleetView view() {
        return new FleetView() {
            @Override
            public List<HiveInfo> hives() {
                return hives.list();
            }

            @Override
            public List<WorkerInfo> workers() {
                return workers.lists().list();
            }

            @Override
            public List<JobInfo> jobs() {
                return jobs.list();
            }

            @Override
            public FleetStats stats() {
                return inference.stats();
            }
        };
    }
}
