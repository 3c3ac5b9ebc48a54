package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.NodesClient;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.AddedNode;
import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rbee setup add-node}: looks at a machine, says what would be done, does it, and waits for its hive's first beat. */
@Command(
        name = "add-node",
        sortOptions = false,
        description = "Add a machine over SSH: look at it, install rbee there, start its hive.")
final class AddNodeCommand implements Callable<Integer> {
    private final Root root;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What to call it.")
    String name = "";

    @Option(
            names = "--ssh-host",
            required = true,
            paramLabel = "HOST",
            description = "Its address, or an alias of ~/.ssh/config.")
    String host = "";

    @Option(names = "--ssh-port", paramLabel = "PORT", description = "22, unless ~/.ssh/config says otherwise.")
    @Nullable
    Integer port;

    @Option(
            names = "--ssh-user",
            paramLabel = "USER",
            description = "Your own name, unless ~/.ssh/config says otherwise.")
    @Nullable
    String user;

    @Option(
            names = "--ssh-key",
            paramLabel = "FILE",
            description = "A private key; else the agent's and the usual ones.")
    @Nullable
    String key;

    @Option(names = "--jump", paramLabel = "[USER@]HOST[:PORT]", description = "Go through these, as with ssh -J.")
    @Nullable
    String jump;

    @Mixin
    LoginTalk talk = new LoginTalk();

    @Option(names = "--install-path", paramLabel = "DIR", description = "Folder there (~/.rbee-node).")
    @Nullable
    String path;

    @Option(names = "--git-repo", paramLabel = "URL", description = "Build rbee there from this repository.")
    @Nullable
    String repo;

    @Option(names = "--git-branch", paramLabel = "NAME", description = "This branch of it.")
    @Nullable
    String branch;

    @Option(
            names = "--expect-gpu",
            negatable = true,
            description = "Models should run on a GPU there, or need not; by default as the machine has one.")
    @Nullable
    Boolean gpu;

    @Option(names = "--no-start", description = "Only save the machine; install and start nothing.")
    boolean noStart;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before installing.")
    boolean yes;

    AddNodeCommand(Root root) {
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
            ProbedNode probed = talk.with(ask, () -> looked(nodes, line));
            output.aside(ProbeText.report(probed));
            if (!noStart && !probed.report().suitable()) {
                throw ProblemException.of(
                        ProblemCode.NODE_UNSUITABLE,
                        host + " cannot become a machine of rbee as it is.",
                        "Mend what is marked above, then try again.");
            }
            if (!noStart && !yes && ask.person() && !ask.yes("Go on?", true)) {
                output.note("nothing was changed");
                return ExitCodes.FAILED;
            }
            line.show("saving " + name, null);
            AddedNode added = talk.with(ask, () -> nodes.add(body()));
            line.close();
            return done(output, probed, added, follow(link, added, output, line));
        }
    }

    private ProbedNode looked(NodesClient nodes, StatusLine line) {
        line.show("looking at " + host, null);
        try {
            return nodes.probe(body());
        } finally {
            line.close();
        }
    }

    private @Nullable JsonNode follow(Link link, AddedNode added, Output output, StatusLine line) {
        String job = added.jobId();
        if (job == null) {
            return null;
        }
        try {
            return Jobs.await(link, JobAccepted.of(job), "adding " + name, line);
        } catch (ProblemException e) {
            output.note("machine " + name + " is saved all the same: `rbee hive start " + name
                    + "` tries again, `rbee setup remove-node " + name + "` takes it away");
            throw e;
        }
    }

    private Integer done(Output output, ProbedNode probed, AddedNode added, @Nullable JsonNode hive) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("node_name", added.nodeName());
        all.put("message", added.message());
        all.put("fingerprint", probed.fingerprint());
        all.put("report", probed.report());
        all.put("hive", hive);
        output.result(
                all,
                () -> hive == null
                        ? "Machine " + name + " is saved. `rbee hive start " + name + "` starts its hive."
                        : "Machine " + name + " is added; its hive is "
                                + hive.path("status").asText("online") + ".");
        return ExitCodes.OK;
    }

    private AddNode body() {
        return new AddNode(
                name,
                host,
                port,
                user,
                keyFile(),
                repo,
                branch,
                path,
                talk.acceptHostKey(),
                talk.password(),
                talk.passphrase(),
                talk.remember,
                jump,
                !noStart,
                gpu);
    }

    /** Where the queen finds it, who has another current folder. */
    private @Nullable String keyFile() {
        return key == null || !Files.isRegularFile(Path.of(key))
                ? key
                : Path.of(key).toAbsolutePath().normalize().toString();
    }
}
