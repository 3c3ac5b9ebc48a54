package dev.rbee.app.remote;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;

/** How workers and registry of a queen are reached from here. Thread-safe. */
@FunctionalInterface
public interface Ways {
    /** Addresses there are addresses here. */
    Ways DIRECT = url -> url;

    /**
     * The address here that leads to that one there; may block shortly. Throws {@link ProblemException} {@code unreachable} where nothing
     * does.
     *
     * @param url {@code http://host:port} as it is known there
     */
    String here(String url);

    /** Only that queen is reached, nothing behind her. */
    static Ways queenOnly(String name) {
        return url -> {
            throw ProblemException.of(
                    ProblemCode.UNREACHABLE,
                    Words.of(Ways.class).get("workers.of.are.reached.through", name),
                    Words.of(Ways.class).get("wait.until.she.answers.again"));
        };
    }
}
