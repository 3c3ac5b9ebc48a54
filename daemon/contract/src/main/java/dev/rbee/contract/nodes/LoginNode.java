package dev.rbee.contract.nodes;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v2/registry/beehives/login}: what a saved node waits for. The answer comes after a login was tried.
 *
 * @param password for the login; kept in memory only unless {@code remember}
 * @param keyPassphrase of its key; kept in memory only unless {@code remember}
 * @param remember write both into a file that only the queen's user can read
 * @param acceptHostKey {@code SHA256:...}: the fingerprint the user has seen and trusts
 */
public record LoginNode(
        @Nullable String nodeName,
        @Nullable String password,
        @Nullable String keyPassphrase,
        @Nullable Boolean remember,
        @Nullable String acceptHostKey) {

    /** Without its secrets. */
    @Override
    public String toString() {
        return "LoginNode[" + nodeName + "]";
    }
}
