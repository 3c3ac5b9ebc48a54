package dev.rbee.service.cli;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions to whoever sits at the terminal, asked beside the output proper. Not thread-safe; blocks until they are answered. */
final class Ask {
    private final Terminal terminal;
    private final boolean person;
    private @Nullable BufferedReader in;

    Ask(Output output) {
        this.terminal = output.terminal();
        this.person = terminal.inTty() && terminal.errTty() && !output.json();
    }

    /** Somebody is there to be asked. */
    boolean person() {
        return person;
    }

    /** Something to read before the next question; nothing where nobody is there. */
    void show(String text) {
        if (person) {
            terminal.err().println(text);
        }
    }

    /** True only for a clear yes; only an empty line stands for {@code usual}. */
    boolean yes(String question, boolean usual) {
        terminal.err().print(question + (usual ? " [Y/n] " : " [y/N] "));
        terminal.err().flush();
        String answer = line();
        String said = answer == null ? "no" : answer.strip().toLowerCase(Locale.ROOT);
        return said.isEmpty() ? usual : said.equals("y") || said.equals("yes");
    }

    /** Something nobody may see: typed unseen at a terminal, else the next line of the input. Throws {@code ssh_login_needed} where there is none. */
    String secret(String what) {
        return secret(what, ProblemCode.SSH_LOGIN_NEEDED);
    }

    /** The same with another code of the problem. */
    String secret(String what, ProblemCode code) {
        String said = terminal.inTty() && terminal.in().equals(System.in) ? hidden(what, code) : line();
        if (said == null || said.isEmpty()) {
            throw ProblemException.of(
                    code, "No " + what + " was given.", "Type it when asked, or let the input's first line be it.");
        }
        return said;
    }

    private static @Nullable String hidden(String what, ProblemCode code) {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> ProblemException.of(
                        code,
                        "The " + what + " cannot be typed unseen while the output goes elsewhere.",
                        "Run this without redirecting its output, or let the input's first line be it."));
        char[] typed = console.readPassword("%s: ", Character.toUpperCase(what.charAt(0)) + what.substring(1));
        return typed == null ? null : new String(typed);
    }

    private @Nullable String line() {
        try {
            BufferedReader reader = in;
            if (reader == null) {
                reader = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
                in = reader;
            }
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
