package dev.rbee.service.queen.links;

import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.hives.HiveChecks;
import dev.rbee.service.settings.DeclaredHive;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What may be said of a machine that is to be added. Throws {@link ProblemException} with the field's name; looks only whether a key file is there. */
final class NodeFields {
    private static final String HOST = "[A-Za-z0-9\\[:][A-Za-z0-9._:%\\[\\]-]{0,252}";
    private static final String USER = "[A-Za-z0-9_][A-Za-z0-9._@\\\\-]{0,127}";
    private static final String JUMP = "[A-Za-z0-9_\\[][A-Za-z0-9._:@,%\\[\\]-]{0,511}";
    private static final String REPOSITORY = "((https?|ssh|git|file)://|[A-Za-z0-9._-]+@)[^\\s\\p{Cntrl}]{1,1000}";
    private static final String BRANCH = "[A-Za-z0-9_][A-Za-z0-9._/-]{0,200}";
    private static final String FOLDER = "(/|~/)[^\\p{Cntrl}]{1,500}";

    private NodeFields() {}

    static String name(@Nullable String name) {
        if (name == null) {
            throw new ProblemException(Problem.missing("node_name"));
        }
        return HiveChecks.id(name, "node_name");
    }

    /** The way to it. */
    static Way way(AddNode said) {
        String host = said.sshHost();
        if (host == null) {
            throw new ProblemException(Problem.missing("ssh_host"));
        }
        matches(host, HOST, "ssh_host", "a host name, an address, or an alias of the SSH configuration");
        matches(said.sshUser(), USER, "ssh_user", "a login name");
        matches(said.proxyJump(), JUMP, "proxy_jump", "[user@]host[:port], several with commas");
        Integer port = said.sshPort();
        if (port != null && (port < 1 || port > 65_535)) {
            throw wrong("ssh_port", "a number from 1 to 65535");
        }
        return new Way(host, port, said.sshUser(), key(said.sshKeyPath()), said.proxyJump());
    }

    private static @Nullable String key(@Nullable String path) {
        if (path == null) {
            return null;
        }
        if (!Files.isRegularFile(local(path))) {
            throw new ProblemException(Problem.field(
                    "ssh_key_path",
                    "There is no key file " + path + " on the queen's machine.",
                    "Name the private key, ~/.ssh/id_ed25519 for instance, or leave it out for the usual ones."));
        }
        return path;
    }

    /** A file of this machine; {@code ~/} is the home of the queen's user. */
    static Path local(String path) {
        return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)) : Path.of(path);
    }

    /** A new row. {@code way} is resolved: user and port are there. */
    static Node node(String name, Way way, AddNode said) {
        matches(said.gitRepoUrl(), REPOSITORY, "git_repo_url", "the address of a repository");
        matches(said.gitBranch(), BRANCH, "git_branch", "the name of a branch");
        folder(said.installPath());
        boolean start = !Boolean.FALSE.equals(said.start());
        return row(
                name,
                way,
                said.gitRepoUrl(),
                said.gitBranch(),
                said.installPath(),
                said.expectGpu(),
                start,
                null,
                false);
    }

    /** The row of a declared machine. */
    static Node node(Way way, DeclaredHive declared) {
        return row(
                declared.name(),
                way,
                declared.gitRepoUrl(),
                declared.gitBranch(),
                declared.installPath(),
                declared.expectGpu(),
                true,
                declared.mac(),
                true);
    }

    private static void folder(@Nullable String path) {
        matches(path, FOLDER, "install_path", "a folder there that begins with / or ~/");
        if (path != null && (path.contains("/../") || path.endsWith("/..") || path.matches("/+|~/+"))) {
            throw wrong("install_path", "a folder of rbee's own there");
        }
    }

    private static Node row(
            String name,
            Way way,
            @Nullable String repository,
            @Nullable String branch,
            @Nullable String folder,
            @Nullable Boolean expectGpu,
            boolean running,
            @Nullable String mac,
            boolean declared) {
        return new Node(
                name,
                way.host(),
                way.port() == null ? 22 : way.port(),
                way.user() == null ? System.getProperty("user.name") : way.user(),
                way.key(),
                repository,
                branch,
                folder,
                null,
                "unknown",
                "network",
                null,
                null,
                null,
                null,
                way.jump(),
                mac,
                null,
                expectGpu,
                running ? "running" : "stopped",
                null,
                null,
                declared);
    }

    private static void matches(@Nullable String value, String form, String field, String wanted) {
        if (value != null && !value.matches(form)) {
            throw wrong(field, wanted);
        }
    }

    private static ProblemException wrong(String field, String wanted) {
        return new ProblemException(Problem.field(
                field, "\"" + field + "\" cannot be used.", "Send " + wanted + ", without blanks at its ends."));
    }
}
