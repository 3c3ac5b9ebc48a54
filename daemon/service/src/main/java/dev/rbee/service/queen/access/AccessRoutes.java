package dev.rbee.service.queen.access;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.store.AuditTable;
import dev.rbee.service.queen.store.RequestTable;
import org.jspecify.annotations.Nullable;

/** {@code /v1/tokens}, {@code /v1/audit} and {@code /v1/requests}: the administrator's. */
public final class AccessRoutes {
    private static final int LIMIT = 100;
    private static final int MOST = 1000;

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
            x.json(200, audit.page(limit(x), before(x)));
        });
        routes.get("/v1/requests", x -> {
            x.caller().requireAdmin();
            x.json(
                    200,
                    requests.page(
                            x.query("model").orElse(null), x.query("worker").orElse(null), limit(x), before(x)));
        });
    }

    private static int limit(Exchange x) {
        Long limit = number(x, "limit");
        return limit == null ? LIMIT : Math.clamp(limit, 1, MOST);
    }

    private static @Nullable Long before(Exchange x) {
        return number(x, "before");
    }

    private static @Nullable Long number(Exchange x, String name) {
        String text = x.query(name).orElse(null);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new ProblemException(
                    Problem.field(name, "\"" + text + "\" is not a number.", "Send a whole number, for instance 100."));
        }
        return Long.valueOf(text);
    }
}
