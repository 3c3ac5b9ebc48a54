package dev.rbee.http.gate;

import dev.rbee.contract.auth.Keys;
import dev.rbee.http.Caller;
import dev.rbee.http.Gate;
import java.util.Optional;

/** Lets the installation's own token in, nothing else: the hive's gate. */
public final class AdminGate implements Gate {
    private final String token;

    /** For that token. */
    public AdminGate(String token) {
        this.token = token;
    }

    @Override
    public Caller admit(String method, String path, Optional<String> bearer) {
        if (bearer.isPresent() && Keys.same(bearer.get(), token)) {
            return Caller.admin();
        }
        throw Refusals.key(bearer.isPresent());
    }
}
