package dev.rbee.service.cli;

import dev.rbee.client.ChatStream;
import dev.rbee.contract.inference.InferRequest;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rbee infer}: one answer. */
@Command(
        name = "infer",
        sortOptions = false,
        description = "One answer to one prompt. Starts what is missing and stops what it started.")
final class InferCommand implements Callable<Integer> {
    private final Root root;

    @Option(names = "--model", paramLabel = "M", description = "The model; by default one that is loaded, else demo.")
    @Nullable
    String model;

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            required = true,
            description = "The prompt; - reads it from standard input.")
    String prompt = "";

    @Option(names = "--system", paramLabel = "TEXT", description = "Instructions that go before it.")
    @Nullable
    String system;

    @Option(names = "--node", paramLabel = "N", description = "Only on this hive.")
    @Nullable
    String node;

    @Option(names = "--max-tokens", paramLabel = "N", description = "Longest answer, tokens.")
    @Nullable
    Integer maxTokens;

    @Option(names = "--temperature", paramLabel = "T", description = "0 is always the likeliest token.")
    @Nullable
    Double temperature;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same answer.")
    @Nullable
    Long seed;

    InferCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        String text = prompt.equals("-") ? input() : prompt;
        if (text.isBlank()) {
            throw new ProblemException(Problem.field("prompt", "The prompt is empty.", "Give one with --prompt."));
        }
        Output output = root.output();
        try (StatusLine line = new StatusLine(output);
                Fleets fleets = Fleets.attachOrStart(root, line);
                ReadyModel ready = ReadyModel.ensure(root, fleets, model, node, line)) {
            AnswerPrinter printer = new AnswerPrinter(output, line);
            InferRequest request = new InferRequest(
                    ready.model(), text, node, maxTokens, temperature, true, system, null, null, seed, null, null);
            try (ChatStream stream = ChatStream.infer(fleets.link().remote(), request, printer)) {
                stream.join();
            }
            Problem problem = printer.problem();
            if (problem != null) {
                throw new ProblemException(problem);
            }
            return ExitCodes.OK;
        }
    }

    private String input() {
        try {
            return new String(root.surroundings().terminal().in().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.INVALID_FIELD, "Cannot read the prompt: " + e.getMessage() + ".", null), e);
        }
    }
}
