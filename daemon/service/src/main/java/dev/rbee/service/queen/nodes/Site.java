package dev.rbee.service.queen.nodes;

import dev.rbee.client.ssh.RemoteShell;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.nodes.Provisioning.RunningNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An installation on another machine as it stands now.
 *
 * @param path absolute
 * @param node as which it is marked; null where nothing of rbee is there
 * @param owner who put it there
 * @param current version in use; null where none is
 * @param versions that are there
 * @param hivePid process of the hive, also where it does not serve yet
 * @param running the hive, where it serves
 * @param portFree whether nobody listens on the port that is wanted for the hive
 */
record Site(
        String path,
        @Nullable String node,
        @Nullable String owner,
        @Nullable String current,
        List<String> versions,
        OptionalLong hivePid,
        Optional<RunningNode> running,
        boolean portFree) {
    /** A script that does nothing slow, also on a slow and busy machine. */
    static final Duration SHORT = Duration.ofSeconds(30);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    /** Characters with a meaning in a class path, a unit file or a property list; no folder of a sane home has them. */
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}:;\"'\\\\%$`*?<>|&]");

    /** Looks; blocks for a moment. */
    static Site look(RemoteShell shell, NodePlan plan) {
        check(plan);
        return of(Answer.of(
                shell.run(Scripts.of("state"), SHORT, plan.installPath(), Integer.toString(plan.hivePort()))));
    }

    private static Site of(Answer said) {
        return new Site(
                said.text("path"),
                said.get("node").orElse(null),
                said.get("owner").orElse(null),
                said.get("current").orElse(null),
                said.all("version").toList(),
                said.number("hive_pid"),
                running(said),
                said.says("port_free"));
    }

    /** The hive that an answer tells of, where it serves. */
    static Optional<RunningNode> running(Answer said) {
        OptionalLong pid = said.number("hive_pid");
        OptionalLong port = said.number("hive_port");
        return pid.isPresent() && port.isPresent()
                ? Optional.of(new RunningNode(pid.getAsLong(), (int) port.getAsLong(), said.text("hive_version")))
                : Optional.empty();
    }

    /** True where this is that node's own, or nobody's yet. */
    boolean usableBy(NodePlan plan) {
        return node == null || (plan.owner().equals(owner) && plan.name().equals(node));
    }

    /** True where this is that node's own. */
    boolean ownedBy(NodePlan plan) {
        return node != null && usableBy(plan);
    }

    /** Throws {@code node_occupied} unless {@link #usableBy}. */
    Site mine(NodePlan plan) {
        if (!usableBy(plan)) {
            throw Refusals.of(plan.owner().equals(owner) ? "other_node" : "other_owner", String.valueOf(node), path);
        }
        return this;
    }

    /** Throws {@code invalid_field} for a name or a path that could not be used safely. Pure. */
    static void check(NodePlan plan) {
        if (!NAME.matcher(plan.name()).matches()) {
            throw new ProblemException(Problem.field(
                    "node_name",
                    "\"" + plan.name() + "\" is no name for a machine.",
                    "Use letters, digits, '.', '-' and '_', 63 of them at most."));
        }
        String path = plan.installPath();
        if (path.isBlank()
                || ODD.matcher(path).find()
                || path.matches("~?/*")
                || List.of(path.split("/")).contains("..")) {
            throw new ProblemException(Problem.field(
                    "install_path",
                    "\"" + path + "\" cannot be the folder that rbee is put into.",
                    "Name a folder of its own, ~/.rbee-node for instance, without quotes, colons and \"..\"."));
        }
    }
}
