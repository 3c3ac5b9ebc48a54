package dev.rbee.manual;

import java.util.List;

/** What the tab key offers in zsh. */
public final class ZshCompletion {
    private static final String TAIL = """
              esac
              if [[ ${words[CURRENT]} == -* ]]; then
                _describe option options
              elif (( ${#commands} )); then
                _describe command commands
              else
                _files
              fi
            }
            _rbee "$@"
            """;

    private ZshCompletion() {}

    /** The script. */
    public static String of(Command root) {
        StringBuilder script = new StringBuilder("""
            #compdef rbee
            # Made of the commands of rbee.
            _rbee() {
              local at='' word
              local -a commands options
              for word in ${words[2,CURRENT-1]}; do
                case "$at $word" in
            """);
        root.all()
                .filter(command -> !command.equals(root))
                .map(ZshCompletion::place)
                .forEach(place -> script.append("      ")
                        .append(place)
                        .append(") at=")
                        .append(place)
                        .append(" ;;\n"));
        script.append("    esac\n  done\n  case \"$at\" in\n");
        root.all().forEach(command -> lists(script, command));
        script.append("  esac\n  case \"$at ${words[CURRENT-1]}\" in\n");
        root.all().forEach(command -> values(script, command));
        return script.append(TAIL).toString();
    }

    private static void lists(StringBuilder script, Command command) {
        script.append("    ").append(place(command)).append(")\n      commands=(");
        for (Command next : command.commands()) {
            script.append("\n        ").append(entry(next.words().getLast(), next.summary()));
        }
        script.append(")\n      options=(");
        for (Command.Option option : command.options()) {
            option.names().forEach(name -> script.append("\n        ").append(entry(name, option.text())));
        }
        script.append(")\n      ;;\n");
    }

    private static void values(StringBuilder script, Command command) {
        String place = command.below().isEmpty() ? "" : " " + command.below();
        for (Command.Option option : command.options()) {
            for (String name : option.values().isEmpty() ? List.<String>of() : option.names()) {
                script.append("    ")
                        .append(quoted(place + " " + name))
                        .append(") compadd -- ")
                        .append(String.join(" ", option.values()))
                        .append("; return ;;\n");
            }
        }
    }

    /** The words below {@code rbee}, each after a blank. */
    private static String place(Command command) {
        return quoted(command.below().isEmpty() ? "" : " " + command.below());
    }

    private static String entry(String word, String text) {
        return quoted(word.replace(":", "\\:") + ":" + text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
