package dev.rbee.service.cli;

import dev.rbee.client.EndpointsClient;
import dev.rbee.contract.endpoints.AddEndpoint;
import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.contract.problem.ProblemCode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rbee endpoint} and its subcommands. */
final class EndpointActions {
    /** Where a key may stand, so that it need not be typed. */
    static final String KEY = "RBEE_ENDPOINT_KEY";

    private EndpointActions() {}

    /** {@code rbee endpoint}, which does nothing alone. */
    @Command(
            name = "endpoint",
            synopsisSubcommandLabel = "COMMAND",
            description = "Attach OpenAI-compatible servers that run already: vLLM, Ollama, LM Studio, llama-server.")
    static final class Endpoint {}

    /** {@code rbee endpoint list}. */
    @Command(name = "list", description = "Attached servers and their models.")
    static final class ListEndpoints implements Callable<Integer> {
        private final Root root;

        ListEndpoints(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                List<EndpointInfo> all = new EndpointsClient(link.remote()).list();
                root.output().result(all, () -> table(all, root.surroundings().clock()));
                return ExitCodes.OK;
            }
        }

        private static String table(List<EndpointInfo> all, InstantSource clock) {
            Table table = new Table("NAME", "KIND", "STATE", "ADDRESS", "KEY", "SLOTS", "MODELS", "LAST SEEN");
            for (EndpointInfo each : all) {
                String message = each.message();
                table.row(
                        each.name(),
                        each.kind(),
                        message == null ? each.state() : each.state() + ": " + message,
                        each.url(),
                        each.hasKey() ? "yes" : "no",
                        each.slots(),
                        String.join(", ", each.models()),
                        Words.ago(each.lastSeen(), clock.instant()));
            }
            return table.isEmpty()
                    ? "No attached servers; `rbee endpoint add NAME URL` attaches one."
                    : table.toString();
        }
    }

    /** {@code rbee endpoint add}. */
    @Command(
            name = "add",
            sortOptions = false,
            description = {
                "Attach a server; its models are then routed to like any other.",
                "A key is read from " + KEY + ", or asked for with --key; it is never an argument."
            })
    static final class Add implements Callable<Integer> {
        private final Root root;

        @Parameters(index = "0", paramLabel = "NAME", description = "What to call it.")
        String name = "";

        @Parameters(index = "1", paramLabel = "URL", description = "Its address, as in http://127.0.0.1:11434.")
        String url = "";

        @Option(names = "--key", description = "Ask for its key; without a terminal it is the input's first line.")
        boolean askKey;

        @Option(names = "--model", paramLabel = "M", description = "Only this model of it; can be said several times.")
        List<String> models = new ArrayList<>();

        @Option(names = "--slots", paramLabel = "N", description = "Answers it may make at a time (8).")
        @Nullable
        Integer slots;

        Add(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Output output = root.output();
            try (Link link = Link.open(root)) {
                String key = key(output);
                EndpointInfo added;
                try (StatusLine line = new StatusLine(output)) {
                    line.show("asking " + url, null);
                    added = new EndpointsClient(link.remote())
                            .add(new AddEndpoint(name, url, key, models.isEmpty() ? null : models, slots));
                }
                output.result(
                        added,
                        () -> name + " (" + added.kind() + ") is attached with "
                                + (added.models().size() == 1
                                        ? "one model"
                                        : added.models().size() + " models") + ": "
                                + String.join(", ", added.models()));
                return ExitCodes.OK;
            }
        }

        private @Nullable String key(Output output) {
            if (askKey) {
                return new Ask(output).secret("key", ProblemCode.MISSING_FIELD);
            }
            String given = root.surroundings().environment().getOrDefault(KEY, "");
            return given.isBlank() ? null : given.strip();
        }
    }

    /** {@code rbee endpoint rm}. */
    @Command(name = "rm", description = "Let go of an attached server; the server itself goes on.")
    static final class Remove implements Callable<Integer> {
        private final Root root;

        @Parameters(paramLabel = "NAME", description = "The attached server.")
        String name = "";

        Remove(Root root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Link link = Link.open(root)) {
                new EndpointsClient(link.remote()).remove(name);
                root.output().result(Map.of("name", name, "removed", true), () -> name + " is no longer attached.");
                return ExitCodes.OK;
            }
        }
    }
}
