package dev.rbee.http;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** Who sent a request, as its token says. */
public sealed interface Caller {
    /** The holder of the installation's own token. */
    static Caller admin() {
        return new Admin();
    }

    /** The holder of the installation's own token. */
    record Admin() implements Caller {}

    /**
     * The holder of a token the queen gave out.
     *
     * @param tokenId id of the token, never the token itself
     * @param admin may do everything; else inference only
     */
    record User(String tokenId, boolean admin) implements Caller {}

    /** A worker, speaking of itself. */
    record Worker(String id) implements Caller {}

    /** A user's token. */
    static Caller user(String tokenId, boolean admin) {
        return new User(tokenId, admin);
    }

    /** A worker's key. */
    static Caller worker(String id) {
        return new Worker(id);
    }

    /** May do everything. */
    default boolean isAdmin() {
        return switch (this) {
            case Admin() -> true;
            case User(String id, boolean admin) -> admin;
            case Worker(String id) -> false;
        };
    }

    /** For logs and the request log; never a secret. */
    default String label() {
        return switch (this) {
            case Admin() -> "admin";
            case User(String id, boolean admin) -> "token:" + id;
            case Worker(String id) -> "worker:" + id;
        };
    }

    /** Throws {@code forbidden_scope} for everybody but an administrator. */
    default void requireAdmin() {
        if (!isAdmin()) {
            throw ProblemException.of(
                    ProblemCode.FORBIDDEN_SCOPE,
                    "This key may not do that.",
                    "Use the administrator's token: rbee token prints it.");
        }
    }

    /** Throws {@code forbidden_scope} for a worker that speaks of another one, and for tokens without the admin scope. */
    default void requireSelfOrAdmin(String workerId) {
        if (this instanceof Worker(String id) && id.equals(workerId)) {
            return;
        }
        if (this instanceof Worker) {
            throw ProblemException.of(
                    ProblemCode.FORBIDDEN_SCOPE,
                    "A worker's key speaks for that worker only.",
                    "Send the worker's own id with its own key.");
        }
        requireAdmin();
    }
}
