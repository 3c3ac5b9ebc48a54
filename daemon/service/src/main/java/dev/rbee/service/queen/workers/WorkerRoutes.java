package dev.rbee.service.queen.workers;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.contract.workers.UpdateWorker;
import dev.rbee.contract.workers.WorkerHeart;
import dev.rbee.contract.workers.WorkerHeartbeat;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.routing.ModelNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Worker routes of the queen that the registry answers. A worker's key speaks of that worker only. */
public final class WorkerRoutes {
    private static final Set<String> SPOKEN_BY_WORKERS = Set.of(
            "POST /v1/workers/ready",
            "POST /v1/workers/register",
            "POST /v1/workers/update",
            "POST /v1/worker-heartbeat",
            "GET /v1/info");
    private static final Pattern OWN_ENTRY = Pattern.compile("(GET|DELETE) /v1/workers/[^/]+");

    private final WorkerRegistry registry;
    private final WorkerEnds ends;

    /** {@code ends} ends the processes of workers that are drained or deleted. */
    public WorkerRoutes(WorkerRegistry registry, WorkerEnds ends) {
        this.registry = registry;
        this.ends = ends;
    }

    /** Whether a worker's own key opens the route; the handlers then check that it speaks of itself. */
    public static boolean openToWorkers(String method, String path) {
        String route = method + " " + path;
        boolean list = path.equals("/v1/workers/list");
        return SPOKEN_BY_WORKERS.contains(route)
                || (!list && OWN_ENTRY.matcher(route).matches());
    }

    /** Adds them. */
    public void routes(Routes routes) {
        routes.post("/v1/workers/ready", this::register)
                .post("/v1/workers/register", this::register)
                .get("/v1/workers/list", this::list)
                .post("/v1/workers/update", this::update)
                .post("/v1/worker-heartbeat", this::heartbeat)
                .get("/v1/workers/{id}", this::get)
                .delete("/v1/workers/{id}", this::delete)
                .post("/v1/workers/{id}/drain", this::drain);
    }

    /** Answer of {@code update}, {@code drain} and DELETE. */
    record Done(boolean success, String workerId, String message) {}

    private void register(Exchange x) {
        RegisterWorker body = x.body(RegisterWorker.class);
        x.caller().requireSelfOrAdmin(WorkerChecks.id(body.workerId(), "worker_id"));
        x.json(200, registry.register(body));
    }

    private void heartbeat(Exchange x) {
        WorkerHeart heart = x.body(WorkerHeartbeat.class).worker();
        if (heart == null) {
            throw new ProblemException(Problem.missing("worker"));
        }
        x.caller().requireSelfOrAdmin(WorkerChecks.id(heart.id(), "worker.id"));
        x.json(200, registry.beat(heart));
    }

    private void update(Exchange x) {
        UpdateWorker body = x.body(UpdateWorker.class);
        String id = WorkerChecks.id(body.workerId(), "worker_id");
        x.caller().requireSelfOrAdmin(id);
        WorkerState state = body.state();
        if (state == null) {
            throw new ProblemException(Problem.missing("state"));
        }
        if (!registry.updateState(id, state)) {
            throw unknown(id);
        }
        x.json(200, new Done(true, id, "Worker " + id + " is " + state.wire() + "."));
    }

    private void list(Exchange x) {
        x.caller().requireAdmin();
        Optional<String> model = x.query("model").map(ModelNames::key);
        Optional<String> node = x.query("node");
        Optional<WorkerState> state = x.query("state").map(WorkerRoutes::state);
        Optional<Boolean> online = x.query("online").map(WorkerRoutes::yesOrNo);
        List<WorkerInfo> all = registry.lists().list();
        x.json(
                200,
                all.stream()
                        .filter(w -> model.isEmpty() || model.get().equals(ModelNames.key(w.modelRef())))
                        .filter(w -> node.isEmpty() || node.get().equals(w.nodeName()))
                        .filter(w -> state.isEmpty() || state.get() == w.state())
                        .filter(w -> online.isEmpty() || online.get() == w.online())
                        .toList());
    }

    private static WorkerState state(String text) {
        try {
            return WorkerState.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.field("state", "There is no worker state \"" + text + "\".", e.getMessage() + "."));
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true", "1", "" -> true;
            case "false", "0" -> false;
            default ->
                throw new ProblemException(Problem.field(
                        "online", "\"online\" is true or false, not \"" + text + "\".", "Send true or false."));
        };
    }

    private void get(Exchange x) {
        String id = x.path("id");
        x.caller().requireSelfOrAdmin(id);
        x.json(200, known(id));
    }

    private WorkerInfo known(String id) {
        return registry.lists().get(id).orElseThrow(() -> unknown(id));
    }

    /** With {@code ?reason=} (a hive that saw the process end, a worker's goodbye) it is only forgotten; without, its process is ended first. */
    private void delete(Exchange x) {
        String id = x.path("id");
        x.caller().requireSelfOrAdmin(id);
        WorkerInfo worker = known(id);
        if ("attached".equals(worker.implementation())) {
            throw ProblemException.of(
                    ProblemCode.WORKER_ATTACHED,
                    "Worker \"" + id + "\" is a model of the attached server \"" + worker.nodeName() + "\".",
                    "Remove the server: rbee endpoint rm " + worker.nodeName() + ".");
        }
        Optional<String> reason = x.query("reason").filter(text -> !text.isBlank());
        if (reason.isEmpty() && x.caller().isAdmin()) {
            registry.drain(id);
            ends.stop(worker);
        }
        String why = reason.map(text -> text.length() > 300 ? text.substring(0, 300) : text)
                .orElse(x.caller().isAdmin() ? "stopped on request" : "the worker said goodbye");
        registry.remove(id, why);
        x.json(200, new Done(true, id, "Worker " + id + " is removed."));
    }

    private void drain(Exchange x) {
        String id = x.path("id");
        x.caller().requireAdmin();
        WorkerInfo worker = known(id);
        registry.drain(id);
        ends.drain(worker);
        x.json(200, new Done(true, id, "Worker " + id + " takes nothing new and ends when it has finished."));
    }

    private ProblemException unknown(String id) {
        return ProblemException.of(
                ProblemCode.WORKER_NOT_FOUND,
                "There is no worker \"" + id + "\".",
                "GET /v1/workers/list names the " + registry.lists().count() + " there are.");
    }
}
