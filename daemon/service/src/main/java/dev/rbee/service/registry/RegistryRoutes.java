package dev.rbee.service.registry;

import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.registry.RegisterResponse;
import dev.rbee.http.Caller;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registry's routes (seed 003). */
final class RegistryRoutes {
    private static final String REGISTER = "/v1/registry/register";
    private static final String HEARTBEAT = "/v1/registry/heartbeat";
    private static final String UNREGISTER = "/v1/registry/unregister";
    private static final String QUEEN = "/v1/registry/queen";
    private static final Set<String> WORKER_ROUTES =
            Set.of("POST " + REGISTER, "POST " + HEARTBEAT, "DELETE " + UNREGISTER, "GET " + QUEEN);

    private final Registry registry;
    private final String instance;
    private final Instant startedAt;

    RegistryRoutes(Registry registry, String instance, Instant startedAt) {
        this.registry = registry;
        this.instance = instance;
        this.startedAt = startedAt;
    }

    /** Whether a worker's key opens that route. */
    static boolean forWorkers(String method, String path) {
        return WORKER_ROUTES.contains(method + " " + path);
    }

    void into(Routes routes) {
        routes.post(REGISTER, this::register)
                .post(HEARTBEAT, this::heartbeat)
                .delete(UNREGISTER, this::unregister)
                .get("/v1/registry/hives", x -> x.json(200, registry.list(ComponentType.HIVE)))
                .get("/v1/registry/workers", x -> x.json(200, registry.list(ComponentType.WORKER)))
                .get(QUEEN, this::queen)
                .get("/v1/registry/components", x -> x.json(200, registry.all()))
                .get("/v1/info", this::info);
    }

    private void register(Exchange x) {
        RegisterRequest request = RegistryRules.check(x.body(RegisterRequest.class));
        ofItself(x.caller(), request.componentType(), request.componentId());
        try {
            registry.register(request);
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.RATE_LIMITED) {
                x.responseHeader("Retry-After", String.valueOf(Registry.BEAT.toSeconds()));
            }
            throw e;
        }
        x.json(200, new RegisterResponse(request.componentId(), (int) Registry.BEAT.toSeconds(), (int)
                Registry.ONLINE.toSeconds()));
    }

    private void heartbeat(Exchange x) {
        ComponentRef ref = RegistryRules.check(x.body(ComponentRef.class));
        ofItself(x.caller(), ref.componentType(), ref.componentId());
        registry.heartbeat(ref);
        x.json(200, Map.of("component_id", ref.componentId(), "status", "ok"));
    }

    private void unregister(Exchange x) {
        ComponentRef ref = RegistryRules.check(x.body().length > 0 ? x.body(ComponentRef.class) : fromQuery(x));
        ofItself(x.caller(), ref.componentType(), ref.componentId());
        registry.unregister(ref);
        x.json(200, Map.of("component_id", ref.componentId(), "status", "ok"));
    }

    private static ComponentRef fromQuery(Exchange x) {
        String type = query(x, "component_type");
        try {
            return new ComponentRef(ComponentType.parse(type), query(x, "component_id"));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.field("component_type", "Not a type: " + e.getMessage() + ".", "Send one of these."));
        }
    }

    private static String query(Exchange x, String name) {
        return x.query(name).orElseThrow(() -> new ProblemException(Problem.missing(name)));
    }

    private void queen(Exchange x) {
        x.json(
                200,
                registry.queen()
                        .orElseThrow(() -> ProblemException.of(
                                ProblemCode.QUEEN_NOT_FOUND,
                                "No queen is registered.",
                                "Start one (rbee --daemon), or ask the workers directly.")));
    }

    private void info(Exchange x) {
        x.json(
                200,
                new DaemonInfo(
                        "registry",
                        Version.CURRENT,
                        instance,
                        List.of("discovery"),
                        ProcessHandle.current().pid(),
                        startedAt,
                        Map.of("components", registry.size())));
    }

    /** A worker's key speaks of that worker only. */
    private static void ofItself(Caller caller, ComponentType type, String id) {
        if (type == ComponentType.WORKER) {
            caller.requireSelfOrAdmin(id);
        } else {
            caller.requireAdmin();
        }
    }
}
