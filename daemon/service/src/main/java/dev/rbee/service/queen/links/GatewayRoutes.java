package dev.rbee.service.queen.links;

import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.RegisteredWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerHeartbeat;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.hives.HiveKeeping;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a machine's hive and workers say to the queen, through her gateway for that machine. Each speaks of itself only. */
final class GatewayRoutes {
    private static final Pattern OWN_ENTRY = Pattern.compile("DELETE /v1/workers/[^/]+");

    private final String node;
    private final Rewrite rewrite;
    private final HiveRegistry hives;
    private final HiveKeeping keeping;
    private final WorkerRegistry workers;
    private final Tunnels tunnels;

    GatewayRoutes(String node, HiveRegistry hives, HiveKeeping keeping, WorkerRegistry workers, Tunnels tunnels) {
        this.node = node;
        this.rewrite = new Rewrite(node, tunnels::to);
        this.hives = hives;
        this.keeping = keeping;
        this.workers = workers;
        this.tunnels = tunnels;
    }

    /** Whether a worker's key opens that route. */
    static boolean forWorkers(String method, String path) {
        return switch (method + " " + path) {
            case "POST /v1/workers/ready", "POST /v1/workers/register", "POST /v1/worker-heartbeat" -> true;
            default -> OWN_ENTRY.matcher(method + " " + path).matches();
        };
    }

    void add(Routes routes) {
        routes.post("/v1/hives/register", this::hive)
                .post("/v1/hive-heartbeat", this::hiveBeat)
                .post("/v1/workers/ready", this::worker)
                .post("/v1/workers/register", this::worker)
                .post("/v1/worker-heartbeat", this::workerBeat)
                .delete("/v1/workers/{id}", this::workerGone);
    }

    private void hive(Exchange x) {
        x.caller().requireAdmin();
        RegisterHive said = x.body(RegisterHive.class);
        ownHive(said.hiveId());
        RegisterHive seen = rewrite.hive(said);
        RegisteredHive answer = hives.register(seen);
        keeping.save(answer.hiveId());
        x.json(
                200,
                new RegisteredHive(answer.success(), answer.hiveId(), answer.nextMs(), answer.message(), seen.port()));
    }

    private void hiveBeat(Exchange x) {
        x.caller().requireAdmin();
        HiveHeart said = x.body(HiveHeartbeat.class).hive();
        if (said == null) {
            throw new ProblemException(Problem.missing("hive"));
        }
        ownHive(said.id());
        HiveHeart seen = rewrite.hive(said);
        x.json(200, reply(hives.beat(seen), seen.port()));
    }

    private void worker(Exchange x) {
        RegisterWorker said = x.body(RegisterWorker.class);
        ownWorker(x, said.workerId(), said.nodeName(), "worker_id");
        RegisterWorker seen = rewrite.worker(said);
        RegisteredWorker answer = workers.register(seen);
        x.json(
                200,
                new RegisteredWorker(
                        answer.success(),
                        answer.workerId(),
                        answer.epoch(),
                        answer.nextMs(),
                        answer.message(),
                        portIn(seen.url())));
    }

    private void workerBeat(Exchange x) {
        WorkerHeart said = x.body(WorkerHeartbeat.class).worker();
        if (said == null) {
            throw new ProblemException(Problem.missing("worker"));
        }
        ownWorker(x, said.id(), said.nodeName(), "worker.id");
        WorkerHeart seen = rewrite.worker(said);
        x.json(200, reply(workers.beat(seen), seen.port()));
    }

    /** A worker's goodbye, or its hive saw its process end. */
    private void workerGone(Exchange x) {
        String id = x.path("id");
        ownWorker(x, id, null, "worker_id");
        Optional<WorkerInfo> known = workers.lists().get(id);
        if (known.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.WORKER_NOT_FOUND, "There is no worker \"" + id + "\".", "It is gone already.");
        }
        String reason = x.query("reason").filter(text -> !text.isBlank()).orElse("the worker said goodbye");
        workers.remove(id, reason.length() > 300 ? reason.substring(0, 300) : reason);
        tunnels.closeHere(portIn(known.get().url()));
        x.json(200, Map.of("success", true, "worker_id", id));
    }

    private static HeartbeatReply reply(HeartbeatReply answer, @Nullable Integer port) {
        return new HeartbeatReply(answer.status(), answer.message(), answer.nextMs(), port);
    }

    private static int portIn(@Nullable String url) {
        return URI.create(Objects.requireNonNull(url)).getPort();
    }

    private void ownHive(@Nullable String id) {
        if (id == null) {
            throw new ProblemException(Problem.missing("hive_id"));
        }
        if (!id.equals(node)) {
            throw forbidden("Hive " + id + " is not on " + node + ".");
        }
    }

    /** The worker itself, or its hive of it; and never a worker of another machine. */
    private void ownWorker(Exchange x, @Nullable String id, @Nullable String saidNode, String field) {
        if (id == null) {
            throw new ProblemException(Problem.missing(field));
        }
        x.caller().requireSelfOrAdmin(id);
        if (elsewhere(id) || (saidNode != null && !saidNode.equals(node))) {
            throw forbidden("Worker " + id + " is not on " + node + ".");
        }
    }

    /** Whether a worker is known to run on another machine. */
    boolean elsewhere(String id) {
        return workers.lists()
                .get(id)
                .filter(worker -> !worker.nodeName().equals(node))
                .isPresent();
    }

    private static ProblemException forbidden(String what) {
        return ProblemException.of(
                ProblemCode.FORBIDDEN_SCOPE, what, "A machine speaks for its own hive and workers only.");
    }
}
