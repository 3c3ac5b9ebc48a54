package dev.rbee.service.cli;

import dev.rbee.client.NodesClient;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.LoginNode;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.RemovedNode;
import dev.rbee.contract.nodes.TestedNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommands of {@code rbee setup} but {@link AddNodeCommand}. */
final class NodeActions {
    private NodeActions() {}

    /** {@code rbee setup}, which does nothing alone. */
    @Command(name = "setup", synopsisSubcommandLabel = "COMMAND", description = "See to machines reached over SSH.")
    static final class Setup {}

    /** {@code rbee setup list-nodes}. */
    @Command(name = "list-nodes", description = "The machines that were added, and how they stand.")
    static final class ListNodes implements Callable<Integer> {
        private final Root root;

        ListNodes(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<Node> nodes = new NodesClient(link.remote()).list();
                root.output()
                        .result(
                                Map.of("nodes", nodes),
                                () -> NodeTable.nodes(nodes, root.surroundings().clock()));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee setup remove-node}. */
    @Command(
            name = "remove-node",
            sortOptions = false,
            description = "Stop a machine's hive, take away everything rbee put there, and forget the machine.")
    static final class RemoveNode implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "NAME", description = "The machine's name.")
        String name = "";

        @Option(
                names = "--force",
                description = "Forget it also where it cannot be reached; what is there stays there.")
        boolean force;

        @Option(
                names = {"-y", "--yes"},
                description = "Do not ask.")
        boolean yes;

        RemoveNode(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Output output = root.output();
            Ask ask = new Ask(output);
            try (Link link = Link.open(root);
                    StatusLine line = new StatusLine(output)) {
                NodesClient nodes = new NodesClient(link.remote());
                boolean known =
                        nodes.list().stream().anyMatch(node -> node.nodeName().equals(name));
                if (!yes && known && ask.person()) {
                    ask.show("This ends hive " + name
                            + " with its workers and deletes what rbee keeps there, models too.");
                    if (!ask.yes("Remove machine " + name + "?", false)) {
                        output.note("nothing was changed");
                        return ExitCodes.FAILED;
                    }
                }
                line.show("removing " + name, null);
                RemovedNode removed = nodes.remove(name, force);
                line.close();
                output.result(removed, removed::message);
                removed.left().forEach(each -> output.note("left there: " + each));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee setup test-node}. */
    @Command(name = "test-node", description = "Log in to a machine and look at it; changes nothing.")
    static final class TestNode implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "NAME", description = "The machine's name.")
        String name = "";

        TestNode(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Output output = root.output();
            try (Link link = Link.open(root);
                    StatusLine line = new StatusLine(output)) {
                line.show("logging in to " + name, null);
                TestedNode tested = new NodesClient(link.remote()).test(name);
                line.close();
                output.result(
                        tested,
                        () -> ProbeText.text(tested.report(), tested.fingerprint(), tested.keyType()) + "\n"
                                + tested.message() + " (" + tested.connectMs() + " ms)");
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee setup login}. */
    @Command(
            name = "login",
            sortOptions = false,
            description = "Give a machine that waits for it a password, a passphrase, or trust in its host key.")
    static final class Login implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "NAME", description = "The machine's name.")
        String name = "";

        @Mixin
        LoginTalk talk = new LoginTalk();

        Login(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Output output = root.output();
            Ask ask = new Ask(output);
            try (Link link = Link.open(root);
                    StatusLine line = new StatusLine(output)) {
                talk.begin(ask);
                NodesClient nodes = new NodesClient(link.remote());
                AddedNode answer = talk.with(ask, () -> nodes.login(body()));
                String job = answer.jobId();
                if (job != null) {
                    var _ = Jobs.await(link, JobAccepted.of(job), "starting " + name, line);
                }
                output.result(answer, answer::message);
                return ExitCodes.OK;
            }
        }

        private LoginNode body() {
            return new LoginNode(name, talk.password(), talk.passphrase(), talk.remember, talk.acceptHostKey());
        }
    }
}
