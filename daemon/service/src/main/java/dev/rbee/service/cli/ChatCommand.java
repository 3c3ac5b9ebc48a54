package dev.rbee.service.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.rbee.client.ChatStream;
import dev.rbee.contract.inference.ChatMessage;
import dev.rbee.contract.inference.ChatRequest;
import dev.rbee.contract.inference.StreamOptions;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee chat}: a conversation. A line is a message; Ctrl-C stops an answer, and ends the conversation between answers. */
@Command(
        name = "chat",
        sortOptions = false,
        description = "A conversation in the terminal. /clear forgets it, /exit ends it, Ctrl-C stops an answer.")
final class ChatCommand implements Callable<Integer> {
    private final Root root;
    private final List<ChatMessage> conversation = new ArrayList<>();
    private final AtomicReference<@Nullable ChatStream> running = new AtomicReference<>();

    @Option(names = "--model", paramLabel = "M", description = "The model; by default one that is loaded, else demo.")
    @Nullable
    String model;

    @Option(names = "--system", paramLabel = "TEXT", description = "Instructions that go before the conversation.")
    @Nullable
    String system;

    @Option(names = "--node", paramLabel = "N", description = "Start the worker on this hive.")
    @Nullable
    String node;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Longest answer, tokens.")
    @Nullable
    Integer maxTokens;

    @Option(names = "--temperature", paramLabel = "T", description = "0 is always the likeliest token.")
    @Nullable
    Double temperature;

    ChatCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Output output = root.output();
        try (StatusLine line = new StatusLine(output);
                Fleets fleets = Fleets.attachOrStart(root, line);
                ReadyModel ready = ReadyModel.ensure(root, fleets, model, node, line)) {
            line.close();
            if (person()) {
                output.note("chatting with " + ready.model() + "; /exit ends, /clear forgets, Ctrl-C stops an answer");
            }
            Runnable restore = root.surroundings().daemons().onInterrupt(this::interrupted);
            try {
                return converse(fleets.link(), ready.model(), output, line);
            } finally {
                restore.run();
            }
        }
    }

    private int converse(Link link, String served, Output output, StatusLine line)
            throws IOException, InterruptedException {
        clear();
        int exit = ExitCodes.OK;
        BufferedReader in = new BufferedReader(
                new InputStreamReader(root.surroundings().terminal().in(), StandardCharsets.UTF_8));
        for (String said = next(in); said != null; said = next(in)) {
            switch (said.strip()) {
                case "" -> {}
                case "/exit", "/quit", "/bye" -> {
                    return exit;
                }
                case "/clear" -> clear();
                case "/help" -> output.note("/clear forgets the conversation, /exit ends it, Ctrl-C stops an answer");
                default -> exit = answer(link, served, said, output, line);
            }
        }
        return exit;
    }

    private @Nullable String next(BufferedReader in) throws IOException {
        if (person()) {
            root.surroundings().terminal().out().print("> ");
            root.surroundings().terminal().out().flush();
        }
        return in.readLine();
    }

    private boolean person() {
        Terminal terminal = root.surroundings().terminal();
        return terminal.inTty() && terminal.outTty() && !root.json;
    }

    private void clear() {
        conversation.clear();
        if (system != null) {
            conversation.add(message("system", system));
        }
    }

    private int answer(Link link, String served, String said, Output output, StatusLine line)
            throws InterruptedException {
        conversation.add(message("user", said));
        AnswerPrinter printer = new AnswerPrinter(output, line);
        try (ChatStream stream = ChatStream.chat(link.remote(), request(served), null, printer)) {
            running.set(stream);
            stream.join();
        } finally {
            running.set(null);
        }
        Problem problem = printer.problem();
        if (problem != null && problem.code() != ProblemCode.CANCELLED) {
            conversation.removeLast();
            output.problem(problem);
            return ExitCodes.of(problem);
        }
        conversation.add(message("assistant", printer.text()));
        if (person() && !printer.figures().isEmpty()) {
            output.note(printer.figures());
        }
        return ExitCodes.OK;
    }

    private ChatRequest request(String served) {
        return new ChatRequest(
                served,
                List.copyOf(conversation),
                true,
                new StreamOptions(true),
                maxTokens,
                null,
                temperature,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ChatMessage message(String role, String text) {
        return new ChatMessage(role, TextNode.valueOf(text), null);
    }

    private boolean interrupted() {
        ChatStream stream = running.get();
        if (stream == null) {
            return false;
        }
        stream.cancel();
        return true;
    }
}
