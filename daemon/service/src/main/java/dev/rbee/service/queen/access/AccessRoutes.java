package dev.rbee.service.queen.access;

import dev.rbee.contract.tokens.NewToken;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.store.AuditTable;
import dev.rbee.service.queen.store.RequestTable;

/** {@code /v1/tokens}, {@code /v1/audit} and {@code /v1/requests}: the administrator's. */
public final class AccessRoutes {
    private final UserTokens tokens;
    private final AuditTrail trail;
    private final AuditTable audit;
    private final RequestTable requests;

    /** Over those tables. */
    public AccessRoutes(UserTokens tokens, AuditTrail trail, AuditTable audit, RequestTable requests) {
        this.tokens = tokens;
        this.trail = trail;
        this.audit = audit;
        this.requests = requests;
    }

    /** Names the routes. */
    public void add(Routes routes) {
        routes.get("/v1/tokens", x -> {
            x.caller().requireAdmin();
            x.json(200, tokens.list());
        });
        routes.post("/v1/tokens", x -> {
            x.caller().requireAdmin();
            NewToken wanted = x.body(NewToken.class);
            x.json(201, trail.of(x.caller(), "token.new", wanted.name(), () -> tokens.create(wanted)));
        });
        routes.delete("/v1/tokens/{id}", x -> {
            x.caller().requireAdmin();
            String id = x.path("id");
            x.json(200, trail.of(x.caller(), "token.revoke", id, () -> tokens.revoke(id)));
        });
        routes.get("/v1/audit", x -> {
            x.caller().requireAdmin();
            x.json(200, audit.page(Asked.audit(x), Asked.span(x)));
        });
        routes.get("/v1/audit/facets", x -> {
            x.caller().requireAdmin();
            x.json(200, audit.facets());
        });
        routes.get("/v1/requests", x -> {
            x.caller().requireAdmin();
            x.json(200, requests.page(Asked.requests(x), Asked.span(x)));
        });
        routes.get("/v1/requests/facets", x -> {
            x.caller().requireAdmin();
            x.json(200, requests.facets());
        });
    }
}
