package dev.rbee.service.hive;

import dev.rbee.client.Http;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import dev.rbee.service.hive.capabilities.Machine;
import dev.rbee.service.hive.process.Supervisor;
import dev.rbee.service.jobs.JobRoutes;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.fit.FitMachine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP door of a hive. */
final class HiveHttp {
    private static final Logger LOG = LoggerFactory.getLogger(HiveHttp.class);
    private static final int PORTS_TRIED = 50;

    private final HiveOptions options;
    private final HiveParts parts;
    private final HiveStore store;
    private final ModelStore models;
    private final Machine machine;
    private final HiveEngines engines;
    private final Http http;
    private final Supervisor supervisor;
    private final HiveServer hive;
    private final HiveLink link;

    HiveHttp(
            HiveOptions options,
            HiveParts parts,
            Http http,
            HiveStore store,
            Machine machine,
            HiveEngines engines,
            Supervisor supervisor,
            HiveServer hive,
            HiveLink link) {
        this.options = options;
        this.parts = parts;
        this.store = store;
        this.models = store.models();
        this.machine = machine;
        this.engines = engines;
        this.http = http;
        this.supervisor = supervisor;
        this.hive = hive;
        this.link = link;
    }

    /** Starts it on its port; where that is taken and was not asked for by name, on the next free one. */
    Server start() {
        int last = options.portExplicit() || options.port() == 0 ? options.port() : options.port() + PORTS_TRIED;
        for (int port = options.port(); port < last; port++) {
            try {
                return start(port);
            } catch (ProblemException e) {
                if (e.problem().code() != ProblemCode.PORT_TAKEN) {
                    throw e;
                }
                LOG.info("port={} is taken, trying the next one", port);
            }
        }
        return start(last);
    }

    private Server start(int port) {
        return ServerSpec.builder("hive", parts.instance(), new AdminGate(parts.token()))
                .bind(options.bind())
                .port(port)
                .health(() -> hive.draining() ? "draining" : "ok")
                .proofSecret(parts.token())
                .grace(Duration.ofSeconds(2))
                .routes(this::name)
                .start();
    }

    private void name(Routes routes) {
        SpawnCheck check = new SpawnCheck(
                models,
                options,
                engines.shelf(),
                this::memory,
                () -> "w-" + parts.ids().get(),
                parts.linked());
        new WorkerRoutes(supervisor, check, hive::draining, options.drain()).on(routes);
        new ModelRoutes(store, supervisor, options.hiveId(), hive::modelsChanged).on(routes);
        new JobRoutes(store.jobs()).add(routes);
        engines.on(routes, http, store.fetcher(), store.jobs(), supervisor::programs, hive::modelsChanged);
        routes.get("/v1/capabilities", x -> x.json(200, hive.capabilities()))
                .get("/v1/info", this::info)
                .post("/v1/drain", x -> drain(x, true))
                .post("/v1/resume", x -> drain(x, false))
                .post("/v1/shutdown", this::shutdown);
        // Only a queen on another machine links a hive; one of this machine has nothing to be told.
        if (parts.linked()) {
            routes.post("/v1/link", link);
        }
    }

    /** Memory now. */
    private FitMachine memory() {
        return FitMachine.of(machine.capabilities(List.of(), List.of()), null);
    }

    private void info(Exchange x) {
        x.json(
                200,
                new DaemonInfo(
                        "hive",
                        Version.CURRENT,
                        parts.instance(),
                        List.of("spawn", "logs", "import", "model_ranges", "jobs", "download", "engines"),
                        ProcessHandle.current().pid(),
                        parts.startedAt(),
                        hive.details()));
    }

    private void drain(Exchange x, boolean on) {
        hive.drain(on);
        x.json(200, Map.of("status", hive.state().wire()));
    }

    private void shutdown(Exchange x) {
        Duration drain = WorkerRoutes.millis(x, "drain_ms", options.drain());
        x.json(202, Map.of("status", "draining"));
        hive.stopSoon(drain);
    }
}
