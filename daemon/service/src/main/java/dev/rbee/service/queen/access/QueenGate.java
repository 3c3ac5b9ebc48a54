package dev.rbee.service.queen.access;

import dev.rbee.http.Caller;
import dev.rbee.http.Gate;
import dev.rbee.http.gate.FleetGate;
import dev.rbee.http.gate.Refusals;
import dev.rbee.service.queen.workers.WorkerRoutes;
import java.util.Optional;
import java.util.Set;

/**
 * The queen's door. Users' tokens of scope inference open what stands in {@link #INFERENCE} and nothing else, workers'
 * keys what {@link WorkerRoutes#openToWorkers} says; what is not named here is the administrator's. Never blocks.
 */
public final class QueenGate implements Gate {
    private static final Set<String> INFERENCE = Set.of(
            "POST /v1/infer",
            "POST /v1/chat/completions",
            "POST /v1/completions",
            "POST /v1/embeddings",
            "GET /v1/models");
    private final Gate fleet;

    /** For that administrator's token. */
    public QueenGate(String token, UserTokens users) {
        this.fleet = new FleetGate(token, WorkerRoutes::openToWorkers, users::find);
    }

    @Override
    public Caller admit(String method, String path, Optional<String> bearer) {
        Caller caller = fleet.admit(method, path, bearer);
        if (caller instanceof Caller.User && !caller.isAdmin() && !inference(method, path)) {
            throw Refusals.scope();
        }
        return caller;
    }

    private static boolean inference(String method, String path) {
        return INFERENCE.contains(method + " " + path)
                || (method.equals("GET") && path.startsWith("/v1/models/") && !path.equals("/v1/models/catalog"));
    }
}
