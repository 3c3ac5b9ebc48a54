package dev.rbee.app.small;

import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import dev.rbee.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keys of a {@link SmallQueen}. */
public final class SmallTokens {
    private final List<TokenInfo> tokens = new CopyOnWriteArrayList<>();

    void routes(Routes routes) {
        routes.get("/v1/tokens", x -> x.json(200, tokens));
        routes.post("/v1/tokens", x -> {
            NewToken wanted = x.body(NewToken.class);
            TokenInfo made =
                    add(Objects.requireNonNull(wanted.name()), Objects.requireNonNull(wanted.scope()), Instant.now());
            x.json(
                    201,
                    new CreatedToken(
                            made.id(), made.name(), made.scope(), made.createdAt(), "rbee_secret-of-" + made.name()));
        });
        routes.delete("/v1/tokens/{id}", x -> {
            String id = x.path("id");
            tokens.removeIf(token -> token.id().equals(id));
            x.noContent();
        });
    }

    /** One more. */
    public TokenInfo add(String name, TokenScope scope, Instant created) {
        TokenInfo token = new TokenInfo("tok_" + (tokens.size() + 1), name, scope, created, null);
        tokens.add(token);
        return token;
    }

    /** Those in force. */
    public List<TokenInfo> all() {
        return List.copyOf(tokens);
    }
}
