package dev.rbee.service.queen.access;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.requests.RequestPage;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.inference.LiveRequests;
import dev.rbee.service.queen.store.AuditTable;
import dev.rbee.service.queen.store.RequestFilter;
import dev.rbee.service.queen.store.RequestTable;
import dev.rbee.service.queen.store.Span;
import java.util.List;
import java.util.Map;

/** {@code /v1/tokens}, {@code /v1/audit} and {@code /v1/requests}: the administrator's. */
public final class AccessRoutes {
    private final UserTokens tokens;
    private final AuditTrail trail;
    private final AuditTable audit;
    private final RequestTable requests;
    private final LiveRequests live;

    /** Over those tables. */
    public AccessRoutes(
            UserTokens tokens, AuditTrail trail, AuditTable audit, RequestTable requests, LiveRequests live) {
        this.tokens = tokens;
        this.trail = trail;
        this.audit = audit;
        this.requests = requests;
        this.live = live;
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
            x.json(200, page(Asked.requests(x), Asked.span(x)));
        });
        routes.delete("/v1/requests/{id}", x -> {
            x.caller().requireAdmin();
            String id = x.path("id");
            x.json(200, trail.of(x.caller(), "request.stop", id, () -> stop(id)));
        });
        routes.get("/v1/requests/facets", x -> {
            x.caller().requireAdmin();
            x.json(200, requests.facets());
        });
    }

    /** Those that have not ended come with the newest ones. */
    private RequestPage page(RequestFilter filter, Span span) {
        List<RequestEntry> now = span.before() == null ? live.list(filter::lets, span.limit()) : List.of();
        RequestPage page = requests.page(filter, span);
        return span.before() == null ? page.with(now) : page;
    }

    private Map<String, Object> stop(String id) {
        if (live.stop(id) == 0) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_NOT_FOUND,
                    "No request \"" + id + "\" waits or is being answered.",
                    "GET /v1/requests lists those that do as live.");
        }
        return Map.of("request_id", id, "stopped", true);
    }
}
