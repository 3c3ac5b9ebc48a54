package dev.rbee.client.ssh;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and as whom to log in, everything resolved ({@link SshConfig}).
 *
 * @param keys private key files to try, best first
 * @param jumps machines to go through, the outermost first; their own {@code jumps} are empty
 */
public record SshTarget(String host, int port, String user, List<Path> keys, List<SshTarget> jumps) {
    /** {@code user@host:port}, for messages. */
    @Override
    public String toString() {
        return user + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
