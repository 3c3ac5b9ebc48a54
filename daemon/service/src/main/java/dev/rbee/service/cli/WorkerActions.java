package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.QueenClient;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.workers.Device;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The subcommands of {@code rbee worker}. */
final class WorkerActions {
    private WorkerActions() {}

    /** {@code rbee worker list}. */
    @Command(name = "list", description = "All workers.")
    static final class ListWorkers implements Callable<Integer> {
        private final Root root;

        @Option(names = "--model", paramLabel = "M", description = "Only of this model.")
        @Nullable
        String model;

        ListWorkers(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<WorkerInfo> workers = link.queen().workers().stream()
                        .filter(worker -> model == null || worker.modelRef().equals(model))
                        .toList();
                root.output()
                        .result(
                                workers,
                                () -> Tables.workers(
                                        workers, root.surroundings().clock()));
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee worker spawn}. */
    @Command(
            name = "spawn",
            sortOptions = false,
            description = "Start a worker and wait until it can answer; fetches the model where no hive has it.")
    static final class Spawn implements Callable<Integer> {
        private final Root root;

        @Option(names = "--model", paramLabel = "M", required = true, description = "The model.")
        String model = "";

        @Option(
                names = {"--node", "--hive"},
                paramLabel = "N",
                description = "On this hive; by default the best one.")
        @Nullable
        String hive;

        @Option(names = "--device", paramLabel = "D", description = "On this device of the hive.")
        @Nullable
        String device;

        @Option(names = "--ctx", paramLabel = "N", description = "Context of a slot, tokens.")
        @Nullable
        Integer ctx;

        @Option(names = "--slots", paramLabel = "N", description = "Answers at a time.")
        @Nullable
        Integer slots;

        @Option(names = "--threads", paramLabel = "N", description = "Threads of the engine.")
        @Nullable
        Integer threads;

        @Mixin
        EngineFlags flags = new EngineFlags();

        @Option(
                names = "--idle",
                paramLabel = "S",
                description = "Unload after so many seconds without a request; 0 is never.")
        @Nullable
        Integer idle;

        Spawn(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Output output = root.output();
            try (Link link = Link.open(root);
                    StatusLine line = new StatusLine(output)) {
                String name = new WantedModel(root, link, hive, line).name(model);
                JobAccepted job = link.queen()
                        .spawn(new SpawnWorker(
                                name,
                                hive,
                                null,
                                device == null ? null : new Device(device),
                                ctx,
                                slots,
                                null,
                                threads,
                                null,
                                flags.options(idle)));
                JsonNode result = Jobs.await(link, job, "starting " + name, line);
                JsonNode shown = result == null ? com.fasterxml.jackson.databind.node.NullNode.instance : result;
                output.result(shown, () -> "Worker " + shown.path("worker_id").asText("?") + " serves " + name + ".");
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee worker drain}. */
    @Command(name = "drain", description = "Let a worker finish what runs and take nothing new.")
    static final class Drain implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "ID", description = "The worker's id.")
        String id = "";

        Drain(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                link.queen().drainWorker(id);
                root.output().result(Map.of("worker_id", id, "state", "draining"), () -> "Worker " + id + " drains.");
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee worker stop}. */
    @Command(name = "stop", description = "Stop a worker now.")
    static final class Stop implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "ID", description = "The worker's id.")
        String id = "";

        Stop(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                link.queen().removeWorker(id, null);
                root.output().result(Map.of("worker_id", id, "state", "stopped"), () -> "Worker " + id + " stopped.");
                return ExitCodes.OK;
            }
        }
    }

    /** {@code rbee worker logs}. */
    @Command(name = "logs", description = "What a worker has said.")
    static final class Logs implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "ID", description = "The worker's id.")
        String id = "";

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
                return LogStream.show(link, QueenClient.workerLogsPath(id), follow, root.output());
            }
        }
    }
}
