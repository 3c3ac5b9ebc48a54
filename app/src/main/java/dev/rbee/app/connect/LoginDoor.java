package dev.rbee.app.connect;

import dev.rbee.app.remote.Site;
import dev.rbee.app.remote.Ways;
import dev.rbee.app.words.Words;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.client.Remote;
import dev.rbee.client.ssh.HostKeys;
import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.client.ssh.SshConfig;
import dev.rbee.client.ssh.SshSession;
import dev.rbee.client.ssh.SshTarget;
import dev.rbee.client.ssh.TunnelledShell;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens the way to a queen behind an SSH login: logs in by the rules of the wizard that adds machines, reads there where she listens and her
 * token, and makes a tunnel. Without state; blocks for up to half a minute.
 */
final class LoginDoor {
    private static final Words WORDS = Words.of(LoginDoor.class);

    private static final Duration READING = Duration.ofSeconds(10);

    /** What stands in the installation's folder; each part on a line of its own, behind its name. */
    private static final String SCRIPT = """
            folder=${1:-${RBEE_HOME:-$HOME/.rbee}}
            case $folder in
              "~") folder=$HOME ;;
              "~/"*) folder=$HOME/${folder#"~/"} ;;
            esac
            for part in run/queen.json run/registry.json token; do
              printf '%s ' "$part"
              if [ -r "$folder/$part" ]; then head -c 4096 "$folder/$part" | tr -d '\\n'; fi
              echo
            done
            """;

    private final Http http;
    private final Path userHome;
    private final HostKeys hostKeys;

    /** {@code known} is rbee's own known_hosts; the user's is read beside it. */
    LoginDoor(Http http, Path userHome, Path known) {
        this.http = http;
        this.userHome = userHome;
        hostKeys = new HostKeys(known, userHome.resolve(".ssh").resolve("known_hosts"));
    }

    /**
     * Throws {@link ProblemException} as {@link SshSession#connect}; {@code queen_not_found} where none runs there.
     *
     * @param accept fingerprint that the user has just accepted; remembered then
     */
    Opened open(Connection.Login to, @Nullable String accept) {
        SshTarget target = SshConfig.load(userHome, System.getProperty("user.name"))
                .target(to.host(), to.port(), to.user(), to.key(), to.jump());
        SshSession session = SshSession.connect(target, to.login(), hostKeys, accept);
        boolean opened = false;
        try {
            session.rememberHostKeys();
            Opened way = open(to, session);
            opened = true;
            return way;
        } finally {
            if (!opened) {
                session.close();
            }
        }
    }

    private Opened open(Connection.Login to, TunnelledShell session) {
        Installed there = installed(to, session);
        Tunnels tunnels = new Tunnels(session);
        Credential credential = Credential.admin(there.token());
        String url = tunnels.here(there.queen());
        if (!Proof.holds(http, url, credential, URI.create(there.queen()).getPort())) {
            throw notRunning(to);
        }
        Remote queen = new Remote(url, () -> credential, http);
        List<String> registries = there.registry() == null ? List.of() : List.of(there.registry());
        Site site = new Site(to.name(), false, queen, there.token(), () -> registries, tunnels);
        return new Opened(site, Opened.Sees.ALL, Queen.version(http, url), session::close, session::onLost);
    }

    private static Installed installed(Connection.Login to, RemoteShell shell) {
        RemoteShell.Ran ran = shell.run(SCRIPT, READING, to.folder() == null ? "" : to.folder());
        Installed there = Installed.parse(ran.out());
        if (there == null) {
            throw notRunning(to);
        }
        return there;
    }

    private static ProblemException notRunning(Connection.Login to) {
        return ProblemException.of(
                ProblemCode.QUEEN_NOT_FOUND,
                WORDS.get("no.queen.runs.on", to.where()),
                WORDS.get("start.rbee.there.for.instance"));
    }

    /** One port here for each port there that was asked for; they end with the login. */
    private record Tunnels(TunnelledShell session, Map<Integer, Integer> open) implements Ways {
        Tunnels(TunnelledShell session) {
            this(session, new ConcurrentHashMap<>());
        }

        @Override
        public String here(String url) {
            int there = URI.create(url).getPort();
            return "http://127.0.0.1:" + open.computeIfAbsent(there, session::forwardLocal);
        }
    }
}
