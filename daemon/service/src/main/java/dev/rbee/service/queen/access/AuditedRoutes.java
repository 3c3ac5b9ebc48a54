package dev.rbee.service.queen.access;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.http.Exchange;
import dev.rbee.http.Handler;
import dev.rbee.http.Routes;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names routes of others so that an administrator's calls of some of them are written down. What workers say of themselves
 * is not.
 */
public final class AuditedRoutes implements Routes {
    private static final Map<String, String> ACTIONS = Map.of(
            "POST /v1/workers/spawn", "worker.spawn",
            "POST /v1/workers/{id}/drain", "worker.drain",
            "DELETE /v1/workers/{id}", "worker.remove",
            "DELETE /v1/jobs/{id}", "job.cancel",
            "POST /v1/shutdown", "queen.shutdown");

    private final Routes routes;
    private final AuditTrail trail;

    /** Around those routes. */
    public AuditedRoutes(Routes routes, AuditTrail trail) {
        this.routes = routes;
        this.trail = trail;
    }

    @Override
    public Routes on(String method, String path, Handler handler) {
        String action = ACTIONS.get(method + " " + path);
        routes.on(method, path, action == null ? handler : audited(action, target(action, path), handler));
        return this;
    }

    private Handler audited(String action, Function<Exchange, @Nullable String> what, Handler handler) {
        return x -> {
            if (!x.caller().isAdmin() || x.query("reason").isPresent()) {
                handler.handle(x); // a worker's goodbye, or a hive's word that one has ended
                return;
            }
            String target = what.apply(x);
            try {
                handler.handle(x);
                trail.note(x.caller(), action, target, "ok", null);
            } catch (ProblemException e) {
                trail.note(
                        x.caller(),
                        action,
                        target,
                        e.problem().code().wire(),
                        e.problem().message());
                throw e;
            }
        };
    }

    private static Function<Exchange, @Nullable String> target(String action, String path) {
        if (action.equals("worker.spawn")) {
            return AuditedRoutes::spawned;
        }
        return path.contains("{id}") ? x -> x.path("id") : _ -> null;
    }

    /** The model, and the hive where one was named; null where the body says neither. */
    private static @Nullable String spawned(Exchange x) {
        try {
            SpawnWorker wanted = x.body(SpawnWorker.class);
            String model = wanted.model();
            return model == null || wanted.hive() == null ? model : model + " on " + wanted.hive();
        } catch (ProblemException e) {
            return null; // the route says what is wrong with it
        }
    }
}
