package dev.rbee.service.queen.links;

import dev.rbee.contract.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where a machine is and as whom to log in, as the user said it.
 *
 * @param host name, address, or alias of the SSH configuration
 * @param port null: as the configuration says, else 22
 * @param user null: as the configuration says, else the queen's own
 * @param key private key file; null: the usual ones
 * @param jump as OpenSSH's ProxyJump
 */
public record Way(
        String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String key,
        @Nullable String jump) {
    /** To a saved node. */
    static Way to(Node node) {
        return new Way(node.sshHost(), node.sshPort(), node.sshUser(), node.sshKeyPath(), node.proxyJump());
    }

    /** {@code user@host}, for messages. */
    @Override
    public String toString() {
        return user == null ? host : user + "@" + host;
    }
}
