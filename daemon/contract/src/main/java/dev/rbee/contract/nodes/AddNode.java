package dev.rbee.contract.nodes;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v2/registry/beehives/add} (seed 002) and {@code /probe}. The fields after {@code installPath} are rbee's own and optional.
 *
 * @param sshHost a name, an address, or an alias of the SSH configuration of the queen's user
 * @param sshPort as the SSH configuration says where left out, else 22
 * @param sshUser as the SSH configuration says where left out, else the queen's own user
 * @param sshKeyPath file on the queen's machine; where left out: those the SSH configuration names, the agent's, the usual ones
 * @param gitRepoUrl build there from this repository instead of uploading a bundle
 * @param installPath folder there; {@code ~/} is the home of the SSH user; {@code ~/.rbee-node} where left out
 * @param acceptHostKey {@code SHA256:...}: the fingerprint the user has seen and trusts
 * @param password for the login; kept in memory only unless {@code remember}
 * @param keyPassphrase of the key; kept in memory only unless {@code remember}
 * @param remember write password and passphrase into a file that only the queen's user can read
 * @param proxyJump {@code [user@]host[:port]}, several with commas, outermost first, as OpenSSH's option
 * @param start install and start the hive right after the check; true where left out
 * @param expectGpu the machine should run models on a GPU; as the probe found where left out
 */
public record AddNode(
        @Nullable String nodeName,
        @Nullable String sshHost,
        @Nullable Integer sshPort,
        @Nullable String sshUser,
        @Nullable String sshKeyPath,
        @Nullable String gitRepoUrl,
        @Nullable String gitBranch,
        @Nullable String installPath,
        @Nullable String acceptHostKey,
        @Nullable String password,
        @Nullable String keyPassphrase,
        @Nullable Boolean remember,
        @Nullable String proxyJump,
        @Nullable Boolean start,
        @Nullable Boolean expectGpu) {

    /** Without its secrets. */
    @Override
    public String toString() {
        return "AddNode[" + nodeName + " " + sshUser + "@" + sshHost + ":" + sshPort + "]";
    }
}
