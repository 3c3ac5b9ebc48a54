package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.NodesClient;
import dev.rbee.client.QueenClient;
import dev.rbee.contract.hives.HiveInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommands of {@code rbee hive}. */
final class HiveActions {
    private HiveActions() {}

    /** {@code rbee hive list}. */
    @Command(name = "list", description = "All hives.")
    static final class ListHives implements Callable<Integer> {
        private final Root root;

        ListHives(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<HiveInfo> hives = link.queen().hives();
                root.output()
                        .result(
                                hives,
                                () -> HiveTable.of(
                                        hives,
                                        new NodesClient(link.remote()).list(),
                                        root.surroundings().clock()));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee hive start}. */
    @Command(name = "start", description = "Start a hive that does not run; over SSH where it was added so.")
    static final class Start extends Job {
        Start(Root root) {
            super(root, "start", "starting", "runs");
        }
    }

    /** {@code rbee hive stop}. */
    @Command(name = "stop", description = "Stop a hive and its workers.")
    static final class Stop extends Job {
        Stop(Root root) {
            super(root, "stop", "stopping", "has stopped");
        }
    }

    /** {@code rbee hive drain}. */
    @Command(name = "drain", description = "Let a hive's workers finish what runs and take nothing new.")
    static final class Drain extends Job {
        Drain(Root root) {
            super(root, "drain", "draining", "is drained");
        }
    }

    /** {@code rbee hive resume}. */
    @Command(name = "resume", description = "Let a hive that drains take work again.")
    static final class Resume extends Job {
        Resume(Root root) {
            super(root, "resume", "resuming", "takes work again");
        }
    }

    /** {@code rbee hive restart}. */
    @Command(name = "restart", description = "Stop a hive and its workers, then start it again.")
    static final class Restart extends Job {
        Restart(Root root) {
            super(root, "restart", "restarting", "runs");
        }
    }

    /** {@code rbee hive upgrade}. */
    @Command(name = "upgrade", description = "Put this rbee's version onto a hive's machine and start it from there.")
    static final class Upgrade extends Job {
        Upgrade(Root root) {
            super(root, "upgrade", "upgrading", "is up to date");
        }
    }

    /** {@code rbee hive wake}. */
    @Command(name = "wake", description = "Wake a machine that sleeps (Wake-on-LAN) and wait for its hive.")
    static final class Wake extends Job {
        Wake(Root root) {
            super(root, "wake", "waking", "is awake");
        }
    }

    /** {@code rbee hive logs}. */
    @Command(name = "logs", sortOptions = false, description = "What a hive has said.")
    static final class Logs implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "NAME", description = "The hive's name.")
        String name = "";

        @Option(
                names = {"-f", "--follow"},
                description = "Go on until Ctrl-C.")
        boolean follow;

        Logs(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() throws InterruptedException {
            try (Link link = Link.open(root)) {
                return LogStream.show(link, QueenClient.hiveLogsPath(name), follow, root.output());
            }
        }
    }

    /** A job of the queen about one hive. */
    abstract static class Job implements Callable<Integer> {
        private final Root root;
        private final String action;
        private final String doing;
        private final String done;

        @Parameters(paramLabel = "NAME", description = "The hive's name.")
        String name = "";

        Job(Root root, String action, String doing, String done) {
            this.root = root;
            this.action = action;
            this.doing = doing;
            this.done = done;
        }

        @Override
        public Integer call() {
            Output output = root.output();
            try (Link link = Link.open(root);
                    StatusLine line = new StatusLine(output)) {
                JsonNode result = Jobs.await(link, link.queen().hiveAction(name, action), doing + " " + name, line);
                output.result(
                        result == null ? Map.of("hive_id", name, "done", action) : result,
                        () -> "Hive " + name + " " + done + ".");
                return ExitCodes.OK;
            }
        }
    }
}
