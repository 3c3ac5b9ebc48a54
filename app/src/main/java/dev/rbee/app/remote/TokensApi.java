package dev.rbee.app.remote;

import dev.rbee.contract.tokens.CreatedToken;
import dev.rbee.contract.tokens.TokenInfo;
import dev.rbee.contract.tokens.TokenScope;
import java.util.List;

/** Keys of users and programs. Every method blocks and throws {@link dev.rbee.contract.problem.ProblemException}. Thread-safe. */
public interface TokensApi {
    /** Those in force, oldest first. */
    List<TokenInfo> tokens();

    /** Makes one; the answer is the only place where it stands. */
    CreatedToken make(String name, TokenScope scope);

    /** Ends one at once. */
    void revoke(String id);
}
