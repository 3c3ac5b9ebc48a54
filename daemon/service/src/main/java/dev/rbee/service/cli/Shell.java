package dev.rbee.service.cli;

import dev.rbee.contract.info.Version;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        List<String> words = Arrays.asList(args);
        boolean json = words.contains("--json");
        if (json && words.size() == 2 && (words.contains("--version") || words.contains("-V"))) {
            new Output(terminal, true).result(Map.of("version", Version.CURRENT), VersionText::text);
            return ExitCodes.OK;
        }
        line.setParameterExceptionHandler((e, _) -> usage(e, new Output(terminal, json)));
        line.setExecutionExceptionHandler((e, _, _) -> failed(e, root));
        return line.execute(args);
    }

    /** Every command with its options, for manuals and completions; not to be run. */
    public static CommandLine commands(Surroundings surroundings) {
        return assemble(new Root(surroundings));
    }

    static CommandLine assemble(Root root) {
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new InferCommand(root));
        line.addSubcommand(new ChatCommand(root));
        line.addSubcommand(new StatusCommand(root));
        line.addSubcommand(new CommandLine(new RunCommands.Hive(root))
                .addSubcommand(new HiveActions.ListHives(root))
                .addSubcommand(new HiveActions.Start(root))
                .addSubcommand(new HiveActions.Stop(root))
                .addSubcommand(new HiveActions.Drain(root))
                .addSubcommand(new HiveActions.Resume(root))
                .addSubcommand(new HiveActions.Restart(root))
                .addSubcommand(new HiveActions.Upgrade(root))
                .addSubcommand(new HiveActions.Wake(root))
                .addSubcommand(new HiveExpect(root))
                .addSubcommand(new HiveActions.Logs(root)));
        line.addSubcommand(new CommandLine(new NodeActions.Setup())
                .addSubcommand(new AddNodeCommand(root))
                .addSubcommand(new NodeActions.ListNodes(root))
                .addSubcommand(new NodeActions.RemoveNode(root))
                .addSubcommand(new NodeActions.TestNode(root))
                .addSubcommand(new NodeActions.Login(root)));
        line.addSubcommand(new CommandLine(new RunCommands.Worker(root))
                .addSubcommand(new WorkerActions.ListWorkers(root))
                .addSubcommand(new ShowWorker(root))
                .addSubcommand(new WorkerActions.Spawn(root))
                .addSubcommand(new WorkerActions.Drain(root))
                .addSubcommand(new WorkerActions.Stop(root))
                .addSubcommand(new WorkerActions.Logs(root)));
        line.addSubcommand(new CommandLine(new RunCommands.Model())
                .addSubcommand(new ModelActions.ListModels(root))
                .addSubcommand(new ModelLibrary(root))
                .addSubcommand(new ModelSearch(root))
                .addSubcommand(new ModelFit(root))
                .addSubcommand(new ModelPull(root))
                .addSubcommand(new ModelDownloads(root))
                .addSubcommand(new ModelImport(root))
                .addSubcommand(new ModelActions.Remove(root))
                .addSubcommand(new ModelGc(root)));
        line.addSubcommand(new CommandLine(new EngineActions.Engine())
                .addSubcommand(new EngineActions.ListEngines(root))
                .addSubcommand(new EngineActions.Install(root))
                .addSubcommand(new EngineActions.Use(root))
                .addSubcommand(new EngineActions.Remove(root)));
        line.addSubcommand(new CommandLine(new EndpointActions.Endpoint())
                .addSubcommand(new EndpointActions.ListEndpoints(root))
                .addSubcommand(new EndpointActions.Add(root))
                .addSubcommand(new EndpointActions.Remove(root)));
        line.addSubcommand(new CommandLine(new TokenCommand(root))
                .addSubcommand(new TokenActions.New(root))
                .addSubcommand(new TokenActions.ListTokens(root))
                .addSubcommand(new TokenActions.Revoke(root)));
        line.addSubcommand(new LogsCommand(root));
        line.addSubcommand(new ConfigCommand(root));
        line.addSubcommand(new DiagnoseCommand(root));
        line.addSubcommand(new UpdateCommand(root));
        line.addSubcommand(new RunCommands.Registry(root));
        line.addSubcommand(new RunCommands.Queen(root));
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

    private static int failed(Exception e, Root root) {
        if (root.surroundings().daemons().ending()) {
            return ExitCodes.INTERRUPTED;
        }
        Output output = root.output();
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
