package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.hives.HiveInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
                                () -> Tables.hives(hives, root.surroundings().clock()));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee hive start}. */
    @Command(name = "start", description = "Start a hive that does not run, or resume one that drains.")
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
