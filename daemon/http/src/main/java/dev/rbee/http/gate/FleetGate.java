package dev.rbee.http.gate;

import dev.rbee.contract.auth.Keys;
import dev.rbee.http.Caller;
import dev.rbee.http.Gate;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The gate of registry and queen: the installation's token, worker keys recomputed from it for the routes where a worker speaks of itself,
 * and, at the queen, the tokens it gave out.
 */
public final class FleetGate implements Gate {
    private final String admin;
    private final String token;
    private final BiPredicate<String, String> workerRoutes;
    private final Function<String, Optional<Caller>> users;

    /** A registry's gate. {@code workerRoutes} gets method and path and says whether worker keys open it. */
    public FleetGate(String token, BiPredicate<String, String> workerRoutes) {
        this(token, workerRoutes, presented -> Optional.empty());
    }

    /**
     * A queen's gate.
     *
     * @param users looks a presented token up, by its fingerprint; the caller it finds still has to pass its handler's own check of scope
     */
    public FleetGate(String token, BiPredicate<String, String> workerRoutes, Function<String, Optional<Caller>> users) {
        this(token, token, workerRoutes, users);
    }

    private FleetGate(
            String admin,
            String token,
            BiPredicate<String, String> workerRoutes,
            Function<String, Optional<Caller>> users) {
        this.admin = admin;
        this.token = token;
        this.workerRoutes = workerRoutes;
        this.users = users;
    }

    /**
     * The gate of a gateway for one linked machine: its hive holds {@code nodeKey} and counts as administrator there, its workers hold keys
     * derived from the installation's token. The token itself does not open it.
     */
    public static FleetGate gateway(String nodeKey, String token, BiPredicate<String, String> workerRoutes) {
        return new FleetGate(nodeKey, token, workerRoutes, presented -> Optional.empty());
    }

    @Override
    public Caller admit(String method, String path, Optional<String> bearer) {
        if (bearer.isEmpty()) {
            throw Refusals.key(false);
        }
        String presented = bearer.get();
        if (Keys.same(presented, admin)) {
            return Caller.admin();
        }
        String worker = Keys.workerIdOf(presented);
        if (worker != null && Keys.same(presented, Keys.workerKey(token, worker))) {
            if (!workerRoutes.test(method, path)) {
                throw Refusals.scope();
            }
            return Caller.worker(worker);
        }
        return users.apply(presented).orElseThrow(() -> Refusals.key(true));
    }
}
