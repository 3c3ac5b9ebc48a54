package dev.rbee.app.remote;

import dev.rbee.client.Remote;
import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.NewToken;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import java.util.List;

/** The queen's keys over HTTP. */
public final class HttpTokens implements TokensApi {
    private static final String PATH = "/v1/tokens";

    private final Queens queens;

    /** Speaks to the queen of the moment. */
    public HttpTokens(Queens queens) {
        this.queens = queens;
    }

    @Override
    public List<TokenInfo> tokens() {
        return queens.get().list(PATH, TokenInfo.class);
    }

    @Override
    public CreatedToken make(String name, TokenScope scope) {
        return queens.get().post(PATH, new NewToken(name, scope), CreatedToken.class);
    }

    @Override
    public void revoke(String id) {
        queens.get().delete(PATH + "/" + Remote.segment(id));
    }
}
