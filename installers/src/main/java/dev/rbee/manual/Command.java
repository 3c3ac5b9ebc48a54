package dev.rbee.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command as it is described.
 *
 * @param words from {@code rbee} on
 * @param text what it does, in sentences
 * @param options of its own, then those that every command has
 * @param arguments in their order
 * @param commands below it
 */
public record Command(
        List<String> words, String text, List<Option> options, List<Argument> arguments, List<Command> commands) {
    /**
     * An option.
     *
     * @param names with their dashes
     * @param value how its value is called; empty for a switch
     * @param values that it takes, where they are few and known
     * @param text what it does
     * @param everywhere whether all commands have it
     */
    public record Option(List<String> names, String value, List<String> values, String text, boolean everywhere) {}

    /**
     * What follows the options.
     *
     * @param label as usage messages show it
     * @param text what it is
     * @param many whether there may be several
     * @param needed whether one must be there
     */
    public record Argument(String label, String text, boolean many, boolean needed) {}

    /** All of them, from the tree that parses them. */
    public static Command of(CommandLine line) {
        return of(List.of(line.getCommandName()), line.getCommandSpec());
    }

    private static Command of(List<String> words, CommandSpec spec) {
        List<Command> below = new ArrayList<>();
        spec.subcommands().forEach((name, line) -> {
            if (!line.getCommandSpec().usageMessage().hidden()) {
                List<String> path = new ArrayList<>(words);
                path.add(name);
                below.add(of(path, line.getCommandSpec()));
            }
        });
        List<Option> options = spec.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> new Option(
                        Arrays.stream(option.names()).toList(),
                        option.arity().max() == 0 ? "" : plain(option.paramLabel()),
                        values(option),
                        text(option),
                        option.inherited() || option.scopeType() == CommandLine.ScopeType.INHERIT))
                .toList();
        List<Argument> arguments = spec.positionalParameters().stream()
                .filter(argument -> !argument.hidden())
                .map(argument -> new Argument(
                        plain(argument.paramLabel()),
                        text(argument),
                        argument.arity().max() > 1,
                        argument.arity().min() > 0))
                .toList();
        return new Command(words, sentence(spec.usageMessage().description()), options, arguments, below);
    }

    private static List<String> values(ArgSpec option) {
        Iterable<String> candidates = option.completionCandidates();
        List<String> values = new ArrayList<>();
        if (candidates != null) {
            candidates.forEach(values::add);
        }
        return values;
    }

    private static String text(ArgSpec argument) {
        return sentence(argument.description());
    }

    private static String sentence(String[] lines) {
        return plain(String.join(" ", lines));
    }

    /** Without the marks that picocli colours by. */
    private static String plain(String text) {
        return CommandLine.Help.Ansi.OFF.string(text).strip();
    }

    /** How it is called. */
    public String name() {
        return String.join(" ", words);
    }

    /** The words after the first. */
    public String below() {
        return String.join(" ", words.subList(1, words.size()));
    }

    /** What it does in the first of its sentences, without the stop. */
    public String summary() {
        int stop = text.indexOf(". ");
        String first = stop < 0 ? text : text.substring(0, stop);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** It and all below it. */
    public Stream<Command> all() {
        return Stream.concat(Stream.of(this), commands.stream().flatMap(Command::all));
    }
}
