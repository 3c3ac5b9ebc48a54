package dev.rbee.service.queen.nodes;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a job says; cancelled at a word of choice. */
final class JobNotes implements JobContext {
    /** Everything it said. */
    final List<String> said = new CopyOnWriteArrayList<>();

    private final String cancelAt;
    private volatile boolean cancelled;
    private volatile String word = "\0";
    private volatile Runnable action = () -> {};

    /** Never cancelled. */
    JobNotes() {
        this("\0");
    }

    /** Cancelled as soon as its progress or a line begins with that. */
    JobNotes(String cancelAt) {
        this.cancelAt = cancelAt;
    }

    /** Does that once, at the first progress or line that begins with {@code start}. */
    void at(String start, Runnable what) {
        word = start;
        action = what;
    }

    @Override
    public String jobId() {
        return "test";
    }

    @Override
    public void progress(double fraction, String message) {
        heard(message);
    }

    @Override
    public void log(String line) {
        heard(line);
    }

    private void heard(String text) {
        said.add(text);
        cancelled |= text.startsWith(cancelAt);
        if (text.startsWith(word)) {
            word = "\0";
            action.run();
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw ProblemException.of(ProblemCode.CANCELLED, "Cancelled.", null);
        }
    }

    @Override
    public void onCancel(Runnable undo) {}
}
