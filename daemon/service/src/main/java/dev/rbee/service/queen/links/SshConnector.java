package dev.rbee.service.queen.links;

import dev.rbee.client.ssh.HostKeys;
import dev.rbee.client.ssh.SshConfig;
import dev.rbee.client.ssh.SshLogin;
import dev.rbee.client.ssh.SshSession;
import dev.rbee.client.ssh.SshTarget;
import dev.rbee.client.ssh.TunnelledShell;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Logs in over SSH, as the queen's user would: with that user's configuration, keys and agent, but host keys of rbee's own. */
public final class SshConnector implements Connector {
    private final HostKeys hostKeys;
    private final Path userHome;
    private final String userName;

    /**
     * Reads nothing yet; the configuration is read anew for each login.
     *
     * @param knownHosts rbee's own file; the one of the user is read, too
     * @param userHome whose {@code .ssh} folder counts
     * @param userName the login where nothing else is said
     */
    public SshConnector(Path knownHosts, Path userHome, String userName) {
        this.hostKeys = new HostKeys(knownHosts, userHome.resolve(".ssh").resolve("known_hosts"));
        this.userHome = userHome;
        this.userName = userName;
    }

    @Override
    public Way resolved(Way way) {
        SshTarget target = target(way);
        return new Way(way.host(), target.port(), target.user(), way.key(), way.jump());
    }

    @Override
    public TunnelledShell connect(Way way, SshLogin login, @Nullable String accept, boolean remember) {
        SshSession session = SshSession.connect(target(way), login, hostKeys, accept);
        if (remember && accept != null) {
            session.rememberHostKeys();
        }
        return session;
    }

    private SshTarget target(Way way) {
        return SshConfig.load(userHome, userName).target(way.host(), way.port(), way.user(), way.key(), way.jump());
    }
}
