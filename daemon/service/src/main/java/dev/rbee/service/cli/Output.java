package dev.rbee.service.cli;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;
import java.util.function.Supplier;

/** What a command says, as text for people or as JSON for programs. Thread-safe as its streams are. */
public final class Output {
    private final Terminal terminal;
    private final boolean json;

    Output(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    boolean json() {
        return json;
    }

    Terminal terminal() {
        return terminal;
    }

    /** The result: one JSON document, or the text. */
    void result(Object value, Supplier<String> text) {
        String shown = json ? Json.write(value) : text.get();
        if (!shown.isEmpty()) {
            terminal.out().println(shown);
        }
    }

    /** One of many results: a line of JSON, or the text. */
    void line(Object value, Supplier<String> text) {
        result(value, text);
    }

    /** A piece of an answer, shown at once. */
    void piece(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }

    /** A remark on the side, for people only. */
    void note(String text) {
        if (!json) {
            terminal.err().println("rbee: " + text);
        }
    }

    /** Several lines beside the output proper, for people only. */
    void aside(String text) {
        if (!json) {
            terminal.err().println(text);
        }
    }

    /** What went wrong. */
    void problem(Problem problem) {
        if (json) {
            terminal.out().println(Json.write(ErrorEnvelope.of(problem)));
            return;
        }
        terminal.err().println("rbee: " + problem.message());
        String details = problem.details();
        if (details != null && forPeople(details, problem.message())) {
            details.lines().forEach(line -> terminal.err().println("  " + line));
        }
        if (problem.hint() != null) {
            terminal.err().println("hint: " + problem.hint());
        }
    }

    /** Not what programs read (JSON), nor what was said already. */
    private static boolean forPeople(String details, String message) {
        return !details.startsWith("{")
                && !message.contains(details.lines().findFirst().orElse(""));
    }
}
