package dev.rbee.client;

import dev.rbee.contract.auth.Keys;
import org.jspecify.annotations.Nullable;

/**
 * What opens a server, and what the server has to know as well to be the right one.
 *
 * @param bearer sent as the token
 * @param proofSecret the server proves by a challenge that it knows it, before it gets the token
 * @param proofFor the worker whose key {@code proofSecret} is, where the server derives it; null where it is the server's own secret
 */
public record Credential(
        String bearer, String proofSecret, @Nullable String proofFor) {

    /** The installation's token, for registry, queen and hive. */
    public static Credential admin(String token) {
        return new Credential(token, token, null);
    }

    /** A worker that speaks to registry or queen with its own key. */
    public static Credential worker(String workerId, String workerKey) {
        return new Credential(workerKey, workerKey, workerId);
    }

    /** A holder of the installation's token that speaks to a worker. */
    public static Credential toWorker(String token, String workerId) {
        String key = Keys.workerKey(token, workerId);
        return new Credential(key, key, null);
    }

    @Override
    public String toString() {
        return "Credential[***]";
    }
}
