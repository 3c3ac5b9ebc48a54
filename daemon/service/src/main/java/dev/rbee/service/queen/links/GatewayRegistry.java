package dev.rbee.service.queen.links;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.registry.RegisterResponse;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** The registry as one machine sees it: its own hive and workers may announce themselves, and the queen is the gateway. */
final class GatewayRegistry {
    private static final String REGISTER = "/v1/registry/register";
    private static final String HEARTBEAT = "/v1/registry/heartbeat";
    private static final String UNREGISTER = "/v1/registry/unregister";
    private static final String QUEEN = "/v1/registry/queen";
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final String node;
    private final Rewrite rewrite;
    private final RegistryRelay relay;
    private final IntSupplier gateway;
    private final Predicate<String> elsewhere;
    private final InstantSource clock;

    /**
     * For that machine.
     *
     * @param gateway the gateway's port there
     * @param elsewhere whether a worker is known to run on another machine
     */
    GatewayRegistry(
            String node,
            Tunnels tunnels,
            RegistryRelay relay,
            IntSupplier gateway,
            Predicate<String> elsewhere,
            InstantSource clock) {
        this.node = node;
        this.rewrite = new Rewrite(node, tunnels::to);
        this.relay = relay;
        this.gateway = gateway;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** Whether a worker's key opens that route. */
    static boolean forWorkers(String method, String path) {
        return switch (method + " " + path) {
            case "POST " + REGISTER, "POST " + HEARTBEAT, "DELETE " + UNREGISTER, "GET " + QUEEN -> true;
            default -> false;
        };
    }

    void add(Routes routes) {
        routes.post(REGISTER, this::register)
                .post(HEARTBEAT, x -> {
                    ComponentRef ref = own(x, x.body(ComponentRef.class));
                    x.json(200, relay.call(registry -> {
                        registry.heartbeat(ref);
                        return done(ref);
                    }));
                })
                .delete(UNREGISTER, x -> {
                    ComponentRef ref = own(x, x.body().length > 0 ? x.body(ComponentRef.class) : fromQuery(x));
                    x.json(200, relay.call(registry -> {
                        registry.unregister(ref, GOODBYE);
                        return done(ref);
                    }));
                })
                .get(QUEEN, this::queen);
    }

    private static Map<String, String> done(ComponentRef ref) {
        return Map.of("component_id", ref.componentId(), "status", "ok");
    }

    private void register(Exchange x) {
        RegisterRequest said = x.body(RegisterRequest.class);
        var _ = own(x, new ComponentRef(said.componentType(), said.componentId()));
        RegisterRequest seen = rewrite.component(said);
        RegisterResponse answer = relay.call(registry -> registry.register(seen));
        x.json(
                200,
                new RegisterResponse(
                        answer.componentId(), answer.heartbeatIntervalS(), answer.onlineWindowS(), seen.port()));
    }

    private void queen(Exchange x) {
        x.json(
                200,
                new ComponentEntry(
                        null,
                        null,
                        "queen",
                        "127.0.0.1",
                        gateway.getAsInt(),
                        null,
                        null,
                        clock.instant(),
                        clock.instant(),
                        true,
                        null));
    }

    private static ComponentRef fromQuery(Exchange x) {
        String type =
                x.query("component_type").orElseThrow(() -> new ProblemException(Problem.missing("component_type")));
        String id = x.query("component_id").orElseThrow(() -> new ProblemException(Problem.missing("component_id")));
        try {
            return new ComponentRef(ComponentType.parse(type), id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.field("component_type", "Not a type: " + e.getMessage() + ".", "Send one of these."));
        }
    }

    // Jackson leaves null what was not sent.
    @SuppressWarnings("NullAway")
    private ComponentRef own(Exchange x, ComponentRef ref) {
        if (ref.componentType() == null) {
            throw new ProblemException(Problem.missing("component_type"));
        }
        if (ref.componentId() == null) {
            throw new ProblemException(Problem.missing("component_id"));
        }
        switch (ref.componentType()) {
            case WORKER -> {
                x.caller().requireSelfOrAdmin(ref.componentId());
                if (elsewhere.test(ref.componentId())) {
                    throw refused(ref);
                }
            }
            case HIVE -> {
                x.caller().requireAdmin();
                if (!ref.componentId().equals(node)) {
                    throw refused(ref);
                }
            }
            case QUEEN, GUI -> throw refused(ref);
        }
        return ref;
    }

    private ProblemException refused(ComponentRef ref) {
        return ProblemException.of(
                ProblemCode.FORBIDDEN_SCOPE,
                ref.componentType().wire() + " " + ref.componentId() + " is not on " + node + ".",
                "A machine speaks for its own hive and workers only.");
    }
}
