package dev.rbee.app.remote;

import java.util.function.Consumer;

/** Somewhere logs come from. */
@FunctionalInterface
public interface LogSource {
    /**
     * The log of that id, from its last lines on; returns when the stream is closed or interrupted. Blocks; throws
     * {@link dev.rbee.contract.problem.ProblemException}.
     */
    void follow(String id, Consumer<String> lines) throws InterruptedException;
}
