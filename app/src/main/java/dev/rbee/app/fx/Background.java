package dev.rbee.app.fx;

import dev.rbee.app.words.Words;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work off the JavaFX thread, one virtual thread each, with the outcome brought back to it. Expected failures
 * ({@link ProblemException}) reach the caller's handler; anything else is a defect and is shown as one too.
 */
public final class Background implements AutoCloseable {
    private static final Words WORDS = Words.of(Background.class);

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("app-", 0).factory());
    private final Executor later;
    private final Consumer<Problem> defects;

    /** {@code defects} gets, on the JavaFX thread, what should never happen. */
    public Background(Executor later, Consumer<Problem> defects) {
        this.later = later;
        this.defects = defects;
    }

    /**
     * Runs {@code work} (may block); exactly one of the two handlers follows on the JavaFX thread, none after cancel. After {@link #close}, when
     * only late news of a window that is gone comes in, nothing is done any more.
     */
    public <T> Task start(Callable<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        try {
            Future<?> future = threads.submit(() -> attempt(work, done, failed));
            return () -> future.cancel(true);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    /** Something to be done that nobody will cancel. */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Task _ = start(work, done, failed);
    }

    /** Something to be done, nothing to be shown when it went well. */
    public void run(Work work, Consumer<Problem> failed) {
        run(
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                ok -> {},
                failed);
    }

    private <T> void attempt(Callable<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        try {
            T result = work.call();
            later.execute(() -> done.accept(result));
        } catch (ProblemException e) {
            later.execute(() -> failed.accept(e.problem()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("defect in background work", e);
            Problem problem = defect(e);
            later.execute(() -> {
                failed.accept(problem);
                defects.accept(problem);
            });
        }
    }

    /** What cannot be expected, as a problem with its stack trace as details. */
    public static Problem defect(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        WORDS.get("rbee.made.a.mistake", String.valueOf(failure)),
                        WORDS.get("copy.the.details.into.a"))
                .withDetails(trace.toString());
    }

    /** Interrupts what still runs; does not wait for it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Work that may block and fail. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }
}
