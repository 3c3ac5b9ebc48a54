package dev.rbee.service.queen.endpoints;

import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.access.AuditTrail;

/** {@code /v1/endpoints}: the administrator's. */
public final class EndpointRoutes {
    private final Endpoints endpoints;
    private final AuditTrail trail;

    /** Over those. */
    public EndpointRoutes(Endpoints endpoints, AuditTrail trail) {
        this.endpoints = endpoints;
        this.trail = trail;
    }

    /** Answer of DELETE. */
    record Removed(boolean success, String name, String message) {}

    /** Names the routes. */
    public void add(Routes routes) {
        routes.get("/v1/endpoints", x -> {
            x.caller().requireAdmin();
            x.json(200, endpoints.list());
        });
        routes.post("/v1/endpoints", this::attach);
        routes.delete("/v1/endpoints/{name}", x -> {
            x.caller().requireAdmin();
            String name = x.path("name");
            x.json(200, trail.of(x.caller(), "endpoint.remove", name, () -> removed(name)));
        });
    }

    private void attach(Exchange x) {
        x.caller().requireAdmin();
        AddEndpoint wanted = x.body(AddEndpoint.class);
        x.json(201, trail.of(x.caller(), "endpoint.add", wanted.name(), () -> endpoints.add(wanted)));
    }

    private Removed removed(String name) {
        endpoints.remove(name);
        return new Removed(true, name, "Server \"" + name + "\" is attached no longer.");
    }
}
