package dev.rbee.service.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One job: its state and its bounded stream. Thread-safe; {@link #await} blocks, nothing else does. */
final class Job implements JobContext {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<NumberedEvent> events = new ArrayDeque<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final int keep;
    private final Consumer<JobInfo> listener;
    private JobInfo info;
    private long seq;
    private boolean cancelled;
    private @Nullable Thread thread;
    private @Nullable Runnable pause;
    private @Nullable Runnable resume;

    Job(String id, String kind, String title, Instant now, int keep, Consumer<JobInfo> listener) {
        this.info = new JobInfo(id, kind, title, JobState.RUNNING, now, null, null, null, null, null);
        this.keep = keep;
        this.listener = listener;
    }

    JobInfo info() {
        lock.lock();
        try {
            return info;
        } finally {
            lock.unlock();
        }
    }

    /** Called on the job's own thread before its work begins. */
    void began() {
        lock.lock();
        try {
            thread = Thread.currentThread();
            if (cancelled) {
                thread.interrupt();
            }
            listener.accept(info);
        } finally {
            lock.unlock();
        }
    }

    /** Settles the job; the first call counts. */
    void end(Instant now, JobState state, @Nullable JsonNode result, @Nullable Problem error) {
        lock.lock();
        try {
            if (info.state() != JobState.RUNNING) {
                return;
            }
            thread = null;
            undo.clear();
            Double progress = state == JobState.DONE ? Double.valueOf(1) : info.progress();
            String message = error == null ? info.message() : error.message();
            info = new JobInfo(
                    info.jobId(),
                    info.kind(),
                    info.title(),
                    state,
                    info.createdAt(),
                    now,
                    progress,
                    message,
                    result,
                    error,
                    info.transfer(),
                    null);
            String type = state == JobState.DONE ? "done" : "error";
            add(new JobEvent(type, info.jobId(), progress, message, result, error));
            listener.accept(info);
        } finally {
            lock.unlock();
        }
    }

    /** Asks the work to stop; harmless when it has ended. */
    void cancel() {
        List<Runnable> run;
        lock.lock();
        try {
            if (info.state() != JobState.RUNNING || cancelled) {
                return;
            }
            cancelled = true;
            run = List.copyOf(undo);
            undo.clear();
            if (thread != null) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
        run.forEach(Runnable::run);
    }

    /**
     * Events after {@code after}; waits for one up to {@code millis} where there is none yet. Empty after that time, and
     * at once where the job has ended and all is read.
     */
    List<NumberedEvent> await(long after, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (seq <= after && info.state() == JobState.RUNNING && left > 0) {
                left = changed.awaitNanos(left);
            }
            return events.stream().filter(each -> each.seq() > after).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String jobId() {
        return info().jobId();
    }

    @Override
    public void progress(double fraction, String message) {
        progress(fraction, message, null);
    }

    @Override
    public void transfer(Transfer moved) {
        Long total = moved.totalBytes();
        double fraction = total == null || total <= 0 ? Double.NaN : (double) moved.doneBytes() / total;
        progress(fraction, moved.phase() + " " + moved.what(), moved);
    }

    private void progress(double fraction, String message, @Nullable Transfer moved) {
        lock.lock();
        try {
            if (info.state() != JobState.RUNNING) {
                return;
            }
            Double progress = Double.isNaN(fraction) ? null : Math.clamp(fraction, 0, 1);
            info = new JobInfo(
                    info.jobId(),
                    info.kind(),
                    info.title(),
                    JobState.RUNNING,
                    info.createdAt(),
                    null,
                    progress,
                    message,
                    null,
                    null,
                    moved,
                    pause == null ? null : Boolean.TRUE);
            NumberedEvent last = events.peekLast();
            if (last != null && last.event().type().equals("progress")) {
                events.removeLast(); // a reader that comes later needs the newest only
            }
            add(new JobEvent("progress", info.jobId(), progress, message, null, null, moved));
            listener.accept(info);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void pausable(Runnable toPause, Runnable toResume) {
        lock.lock();
        try {
            pause = toPause;
            resume = toResume;
        } finally {
            lock.unlock();
        }
    }

    /** Asks the work to pause, or to go on. Throws {@link ProblemException} {@code invalid_field} where it cannot. */
    void pause(boolean on) {
        Runnable act;
        lock.lock();
        try {
            act = info.state() == JobState.RUNNING ? (on ? pause : resume) : null;
        } finally {
            lock.unlock();
        }
        if (act == null) {
            throw new ProblemException(Problem.field(
                    "job_id",
                    "Job " + jobId() + " cannot be paused.",
                    "Downloads that run can; others can be cancelled."));
        }
        act.run();
    }

    @Override
    public void log(String line) {
        lock.lock();
        try {
            if (info.state() == JobState.RUNNING) {
                add(new JobEvent("log", info.jobId(), null, line, null, null));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean cancelled() {
        lock.lock();
        try {
            return cancelled;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void checkCancelled() {
        if (cancelled()) {
            throw new ProblemException(stopped());
        }
    }

    @Override
    public void onCancel(Runnable each) {
        lock.lock();
        try {
            if (!cancelled) {
                undo.add(each);
                return;
            }
        } finally {
            lock.unlock();
        }
        each.run();
    }

    static Problem stopped() {
        return Problem.of(ProblemCode.CANCELLED, "The job was cancelled.", null);
    }

    static @Nullable JsonNode tree(@Nullable Object result) {
        return result == null ? null : Json.MAPPER.valueToTree(result);
    }

    private void add(JobEvent event) {
        events.addLast(new NumberedEvent(++seq, event));
        if (events.size() > keep) {
            events.removeFirst();
        }
        changed.signalAll();
    }
}
