package dev.rbee.service.queen.links;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a link does by itself; it gives way to whatever somebody asks for. Thread-safe. */
final class Background implements JobContext {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final String node;
    private final Thread thread;
    private volatile boolean cancelled;

    /** On the calling thread, which {@link #giveWay} interrupts. */
    Background(String node) {
        this.node = node;
        this.thread = Thread.currentThread();
    }

    void giveWay() {
        cancelled = true;
        thread.interrupt();
    }

    @Override
    public String jobId() {
        return "link-" + node;
    }

    @Override
    public void progress(double fraction, String message) {
        LOG.debug("node={} {}", node, message);
    }

    @Override
    public void log(String line) {
        LOG.debug("node={} {}", node, line);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw ProblemException.of(ProblemCode.CANCELLED, "Something else is wanted.", null);
        }
    }

    @Override
    public void onCancel(Runnable undo) {
        // Nothing done here has to be undone: each step looks first and does what is missing.
    }
}
