package dev.rbee.client;

import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Follows a job to its end, through breaks of the connection. Callbacks come on the stream's own thread. */
public final class JobStream implements AutoCloseable {
    private static final Set<ProblemCode> HOPELESS =
            Set.of(ProblemCode.JOB_NOT_FOUND, ProblemCode.INVALID_API_KEY, ProblemCode.FORBIDDEN_SCOPE);

    private final CompletableFuture<JobEvent> end = new CompletableFuture<>();
    private volatile @Nullable EventStream stream;

    private JobStream(Remote remote, String jobId, Consumer<JobEvent> each, RandomGenerator random) {
        this.stream = EventStream.open(
                remote,
                "/v1/jobs/" + Remote.segment(jobId) + "/stream",
                new EventStream.Listener() {
                    @Override
                    public void event(@Nullable String id, String type, String data) {
                        take(Json.read(data, JobEvent.class), each);
                    }

                    @Override
                    public void state(EventStream.State state, @Nullable Problem why) {
                        if (why != null && HOPELESS.contains(why.code())) {
                            end.completeExceptionally(new ProblemException(why));
                            close();
                        } else if (state == EventStream.State.CLOSED) {
                            end.completeExceptionally(ProblemException.of(
                                    ProblemCode.CANCELLED, "Nobody follows the job any more.", null));
                        }
                    }

                    @Override
                    public boolean again() {
                        return !end.isDone();
                    }
                },
                random);
        if (end.isDone()) {
            close();
        }
    }

    /** Starts following; returns at once. Events that were missed come again first, since ended jobs can be read again. */
    public static JobStream follow(Remote remote, String jobId, Consumer<JobEvent> each, RandomGenerator random) {
        return new JobStream(remote, jobId, each, random);
    }

    private void take(JobEvent event, Consumer<JobEvent> each) {
        if (end.isDone()) {
            return;
        }
        each.accept(event);
        if (event.type().equals("done") || event.type().equals("error")) {
            end.complete(event);
            close();
        }
    }

    /** The last event, {@code done} or {@code error}, when it comes. */
    public CompletableFuture<JobEvent> end() {
        return end;
    }

    /** Waits for a good end. Throws the job's own problem, or {@code timeout}. */
    public JobEvent await(Duration atMost) throws InterruptedException {
        try {
            JobEvent last = end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            Problem error = last.error();
            if (last.type().equals("error")) {
                throw new ProblemException(
                        error != null
                                ? error
                                : Problem.of(ProblemCode.INTERNAL_ERROR, "The job failed: " + last.message(), null));
            }
            return last;
        } catch (TimeoutException e) {
            throw ProblemException.of(ProblemCode.TIMEOUT, "The job is not done yet.", "rbee status shows it.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException problem
                    ? problem
                    : new IllegalStateException("following the job failed", e.getCause());
        }
    }

    /** Stops following; the job goes on. */
    @Override
    public void close() {
        EventStream open = stream;
        if (open != null) {
            open.close();
        }
    }
}
