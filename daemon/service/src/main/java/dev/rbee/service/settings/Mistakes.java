package dev.rbee.service.settings;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, to say it at once. Not thread-safe. */
final class Mistakes {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    /** What is wrong so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Throws {@code config_invalid} with every line as details; does nothing where there is none. */
    void throwIfAny() {
        if (lines.isEmpty()) {
            return;
        }
        String message = lines.size() == 1
                ? "A setting is wrong: " + lines.getFirst()
                : lines.size() + " settings are wrong:\n  " + String.join("\n  ", lines);
        throw new ProblemException(Problem.of(
                        ProblemCode.CONFIG_INVALID,
                        message,
                        "Mend that and start again; docs/settings.md and `rbee config` show what there is.")
                .withDetails(String.join("\n", lines)));
    }
}
