package dev.rbee.service.cli;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: parses, runs one command, turns every failure into a message and an exit code. */
public final class Shell {
    private Shell() {}

    /** Runs the command and returns its exit code; blocks until it has ended. */
    public static int run(Surroundings surroundings, String... args) {
        Root root = new Root(surroundings);
        CommandLine line = assemble(root);
        Terminal terminal = surroundings.terminal();
        PrintWriter out = new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8);
        line.setOut(out);
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.outTty() && terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        boolean json = Arrays.asList(args).contains("--json");
        line.setParameterExceptionHandler((e, _) -> usage(e, new Output(terminal, json)));
        line.setExecutionExceptionHandler((e, _, _) -> failed(e, root.output()));
        return line.execute(args);
    }

    static CommandLine assemble(Root root) {
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new ConfigCommand(root));
        line.addSubcommand(new TokenCommand(root));
        return line;
    }

    private static int usage(ParameterException e, Output output) {
        List<String> suggestions = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(3).toList()
                : List.of();
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String hint = suggestions.isEmpty()
                ? "Run `" + command + " --help`."
                : "Did you mean " + String.join(" or ", suggestions) + "? `" + command + " --help` shows all.";
        String message = message(e);
        output.problem(Problem.of(ProblemCode.INVALID_FIELD, message.endsWith(".") ? message : message + ".", hint));
        return ExitCodes.USAGE;
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean command = e.getCommandLine().getParent() == null
                    || !e.getCommandLine().getSubcommands().isEmpty();
            return word.startsWith("-")
                    ? "There is no option " + word + " here"
                    : command ? "There is no command \"" + word + "\"" : "\"" + word + "\" is one argument too many";
        }
        return String.valueOf(e.getMessage());
    }

    private static int failed(Exception e, Output output) {
        if (e instanceof ProblemException expected) {
            output.problem(expected.problem());
            return ExitCodes.of(expected.problem());
        }
        output.problem(Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "A defect in rbee: " + e + ".",
                        "Please report it with the lines above and what you did.")
                .withDetails(Defects.trace(e)));
        return ExitCodes.FAILED;
    }
}
