package dev.rbee.client.ssh;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's own {@code ~/.ssh/config}, as far as it says how to reach machines: {@code HostName}, {@code User}, {@code Port},
 * {@code IdentityFile}, {@code ProxyJump}, {@code Include}, {@code Host} with patterns, {@code Match} by names. Immutable.
 */
public final class SshConfig {
    private static final int MOST_JUMPS = 8;
    private static final List<String> USUAL = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Path home;
    private final String localUser;
    private final List<SshDirective> directives;

    private SshConfig(Path home, String localUser, List<SshDirective> directives) {
        this.home = home;
        this.localUser = localUser;
        this.directives = directives;
    }

    /** Reads it; as empty where there is none. {@code localUser} is the login where nothing else is said. */
    public static SshConfig load(Path home, String localUser) {
        Path folder = home.resolve(".ssh");
        return new SshConfig(home, localUser, SshDirective.read(folder.resolve("config"), folder));
    }

    /** A host of the configuration, for pickers. */
    public record Alias(String alias, String host, int port, String user) {
        /** {@code alias (user@host:port)}. */
        @Override
        public String toString() {
            return alias + " (" + user + "@" + host + (port == 22 ? "" : ":" + port) + ")";
        }
    }

    /** Hosts that stand there by name, in their order; patterns are left out. */
    public List<Alias> aliases() {
        Set<String> names = new LinkedHashSet<>();
        directives.stream()
                .filter(d -> d.keyword().equals("host"))
                .flatMap(d -> d.values().stream())
                .filter(n -> !n.contains("*") && !n.contains("?") && !n.startsWith("!"))
                .forEach(names::add);
        return names.stream()
                .map(n -> {
                    SshOptions options = options(n, null);
                    return new Alias(n, options.hostName(), options.port(), options.user());
                })
                .toList();
    }

    /**
     * Resolves a host. What is null comes from the configuration, then from OpenSSH's defaults.
     *
     * @param host a name, an address or an alias
     * @param key the only file to use; {@code ~/} is the home
     * @param proxyJump {@code [user@]host[:port]}, several with commas, outermost first; {@code none} for none
     * @throws ProblemException {@code invalid_field} where it cannot be understood, or needs a {@code ProxyCommand}
     */
    public SshTarget target(
            String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String key,
            @Nullable String proxyJump) {
        SshOptions options = options(host, user);
        String jump = proxyJump == null || proxyJump.isBlank() ? options.proxyJump() : proxyJump.strip();
        if (jump == null && options.proxyCommand() != null) {
            throw invalid(
                    "The SSH configuration reaches " + host + " by a ProxyCommand, which rbee does not run.",
                    "Use ProxyJump there, or give a jump host.");
        }
        List<SshTarget> jumps = jump == null || jump.equals("none") ? List.of() : jumps(jump, 0);
        return step(options, port, user, key == null ? null : expanded(key, options), jumps);
    }

    private List<SshTarget> jumps(String list, int depth) {
        List<SshTarget> way = new ArrayList<>();
        for (String word : list.split(",")) {
            Jump jump = Jump.parse(word.strip());
            SshOptions options = options(jump.host(), jump.user());
            String own = options.proxyJump();
            if (way.isEmpty() && own != null) {
                if (depth >= MOST_JUMPS) {
                    throw invalid(
                            "The jump hosts of the SSH configuration go round in a circle: " + own + ".",
                            "Mend ProxyJump in ~/.ssh/config.");
                }
                way.addAll(jumps(own, depth + 1));
            }
            way.add(step(options, jump.port(), jump.user(), null, List.of()));
        }
        return way;
    }

    private SshTarget step(
            SshOptions options,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable Path key,
            List<SshTarget> jumps) {
        List<Path> keys = key == null ? keys(options) : List.of(key);
        return new SshTarget(
                options.hostName(),
                port == null ? options.port() : port,
                user == null ? options.user() : user,
                keys,
                jumps);
    }

    private List<Path> keys(SshOptions options) {
        Stream<Path> files = options.saysIdentityFile()
                ? options.identityFiles().stream().map(f -> expanded(f, options))
                : USUAL.stream().map(n -> home.resolve(".ssh").resolve(n)).filter(Files::exists);
        return files.distinct().toList();
    }

    private Path expanded(String file, SshOptions options) {
        String name = file.startsWith("~/") || file.equals("~") ? home + file.substring(1) : file;
        String plain = name.replace("%%", "\0")
                .replace("%d", home.toString())
                .replace("%h", options.hostName())
                .replace("%p", Integer.toString(options.port()))
                .replace("%r", options.user())
                .replace("%u", localUser)
                .replace('\0', '%');
        return home.resolve(plain);
    }

    private SshOptions options(String alias, @Nullable String user) {
        return new SshOptions(directives, alias, user, localUser);
    }

    private static ProblemException invalid(String message, String hint) {
        return new ProblemException(Problem.field("proxy_jump", message, hint));
    }

    /** One word of a jump list. */
    record Jump(
            @Nullable String user, String host, @Nullable Integer port) {
        static Jump parse(String word) {
            String rest = word.startsWith("ssh://") ? word.substring(6) : word;
            int at = rest.lastIndexOf('@');
            String user = at < 0 ? null : rest.substring(0, at);
            rest = rest.substring(at + 1);
            int colon = rest.startsWith("[")
                    ? rest.indexOf("]:") + 1
                    : rest.indexOf(':') == rest.lastIndexOf(':') ? rest.indexOf(':') : -1;
            String port = colon > 0 ? rest.substring(colon + 1) : "";
            String host = (colon > 0 ? rest.substring(0, colon) : rest).replaceAll("^\\[|]$", "");
            if (host.isEmpty()
                    || host.startsWith("-")
                    || at == 0
                    || !port.matches("[0-9]{0,5}")
                    || (colon > 0 && port.isEmpty())) {
                throw invalid("\"" + word + "\" is no jump host.", "Write [user@]host[:port], several with commas.");
            }
            return new Jump(user, host, port.isEmpty() ? null : Integer.valueOf(port));
        }
    }
}
