package dev.rbee.manual;

import java.util.stream.Collectors;

/** What the tab key offers in fish. */
public final class FishCompletion {
    private static final String HEAD = """
            # Made of the commands of rbee.
            function __rbee_at --description 'Whether the words so far lead to that command'
                set -l at
                for word in (commandline -opc)[2..]
                    string match -q -- '-*' $word; and continue
                    contains -- (string join ' ' $at $word) $__rbee_commands; and set -a at $word
                end
                test "$at" = "$argv"
            end

            """;

    private FishCompletion() {}

    /** The script. */
    public static String of(Command root) {
        StringBuilder script = new StringBuilder(HEAD);
        script.append("set -g __rbee_commands ")
                .append(root.all()
                        .filter(command -> !command.equals(root))
                        .map(command -> quoted(command.below()))
                        .collect(Collectors.joining(" ")))
                .append("\n\n");
        root.all().forEach(command -> command(script, command));
        return script.toString();
    }

    private static void command(StringBuilder script, Command command) {
        String at = "complete -c rbee -n \"__rbee_at " + quoted(command.below()) + "\"";
        for (Command next : command.commands()) {
            script.append(at)
                    .append(" -f -a ")
                    .append(next.words().getLast())
                    .append(" -d ")
                    .append(quoted(next.summary()))
                    .append('\n');
        }
        for (Command.Option option : command.options()) {
            script.append(at);
            for (String name : option.names()) {
                script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
            }
            if (!option.value().isEmpty()) {
                script.append(" -r");
            }
            if (!option.values().isEmpty()) {
                script.append(" -f -a ").append(quoted(String.join(" ", option.values())));
            }
            script.append(" -d ").append(quoted(option.text())).append('\n');
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
