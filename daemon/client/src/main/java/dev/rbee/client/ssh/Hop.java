package dev.rbee.client.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One SSH connection of a way: to the machine itself, or to one that is jumped over. {@link #login} and then everything else; {@link #close} from
 * any thread at any time.
 */
final class Hop implements AutoCloseable {
    /** No certificates: they would be judged by other rules than ours. */
    private static final String HOST_KEYS =
            "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256";

    private final SshTarget target;
    private final @Nullable Hop before;
    private final Wire wire = new Wire();
    private final Route route;
    private final HostKeyCheck check;
    private volatile @Nullable Session session;

    Hop(SshTarget target, @Nullable Hop before, HostKeys known, Set<String> accepted) {
        this.target = target;
        this.before = before;
        route = new Route(wire, before == null ? null : before.session());
        check = new HostKeyCheck(known, target.host(), target.port(), accepted);
    }

    /** Blocks until logged in. Throws what {@link LoginProblems} says. */
    void login(SshLogin login, @Nullable Path agent, int timeoutMs) {
        Identities keys = new Identities(target, login, agent);
        Answers answers = new Answers(login.password());
        try {
            JSch jsch = new JSch();
            jsch.setHostKeyRepository(check);
            jsch.setIdentityRepository(keys);
            Session opened = jsch.getSession(target.user(), target.host(), target.port());
            session = opened;
            opened.setProxy(route);
            opened.setUserInfo(answers);
            opened.setDaemonThread(true);
            opened.setThreadFactory(Thread.ofVirtual().factory());
            opened.setConfig("StrictHostKeyChecking", "yes");
            opened.setConfig("HashKnownHosts", "no");
            opened.setConfig("server_host_key", HOST_KEYS);
            opened.setConfig("prefer_known_host_key_types", "yes");
            opened.setConfig("PreferredAuthentications", methods(keys, login));
            opened.setConfig("ForwardAgent", "no");
            opened.connect(timeoutMs);
            opened.setTimeout(0);
        } catch (JSchException e) {
            route.close();
            Hop via = before;
            throw LoginProblems.of(target, via == null ? null : via.target, check, keys, answers, login, e);
        }
    }

    private static String methods(Identities keys, SshLogin login) {
        String methods = keys.any() ? "publickey" : "none";
        return login.password() == null ? methods : methods + ",password,keyboard-interactive";
    }

    Session session() {
        Session open = session;
        if (open == null) {
            throw new IllegalStateException("not logged in");
        }
        return open;
    }

    SshTarget target() {
        return target;
    }

    Wire wire() {
        return wire;
    }

    HostKeyCheck check() {
        return check;
    }

    /** Closes the way first: whoever waits for a machine that fell silent goes on at once. */
    @Override
    public void close() {
        route.close();
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
