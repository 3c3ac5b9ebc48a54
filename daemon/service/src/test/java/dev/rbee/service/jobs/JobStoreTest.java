package dev.rbee.service.jobs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobStoreTest {
    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final AtomicInteger ids = new AtomicInteger();
    private final List<JobInfo> heard = new CopyOnWriteArrayList<>();
    private final JobStore jobs = store(JobLimits.DEFAULT);

    @AfterEach
    void end() {
        jobs.close();
    }

    @Test
    void progressLogAndResultCanBeReadAgain() throws InterruptedException {
        JobInfo job = jobs.create("pull", "Pull it", context -> {
            context.progress(0.2, "a");
            context.progress(0.5, "b");
            context.log("line");
            return Map.of("file", "x");
        });
        List<NumberedEvent> events = readAll(job.jobId());
        assertEquals("done", events.getLast().event().type());
        assertEquals(
                List.of("progress", "log", "done"),
                replay(job.jobId()).stream().map(each -> each.event().type()).toList());
        assertEquals("b", replay(job.jobId()).getFirst().event().message());
        JobInfo ended = jobs.get(job.jobId());
        assertEquals(JobState.DONE, ended.state());
        assertEquals(1.0, ended.progress());
        assertEquals("{\"file\":\"x\"}", String.valueOf(ended.result()));
        assertEquals(JobState.DONE, heard.getLast().state());
    }

    @Test
    void itsEndIsWhenItsWorkEndedAlsoWhereThatTookLong() throws InterruptedException {
        Instant begun = now;
        JobInfo job = jobs.create("pull", "Pull it", context -> {
            now = begun.plus(Duration.ofHours(2));
            return null;
        });
        assertEquals("done", readAll(job.jobId()).getLast().event().type());
        JobInfo ended = jobs.list().getFirst();
        assertEquals(begun, ended.createdAt());
        assertEquals(begun.plus(Duration.ofHours(2)), ended.endedAt());
    }

    @Test
    void expectedAndUnexpectedFailuresReachTheReader() throws InterruptedException {
        JobInfo known = jobs.create("x", "x", context -> {
            throw ProblemException.of(ProblemCode.MODEL_NOT_FOUND, "No such model.", null);
        });
        assertEquals(ProblemCode.MODEL_NOT_FOUND, code(known));
        JobInfo defect = jobs.create("x", "x", context -> {
            throw new StackOverflowError();
        });
        assertEquals(ProblemCode.INTERNAL_ERROR, code(defect));
        assertEquals(JobState.FAILED, jobs.get(defect.jobId()).state());
    }

    @Test
    void cancelInterruptsAndUndoes() throws InterruptedException {
        CountDownLatch undone = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        JobInfo job = jobs.create("x", "x", context -> {
            context.onCancel(undone::countDown);
            started.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        started.await();
        jobs.cancel(job.jobId());
        undone.await();
        assertEquals("error", readAll(job.jobId()).getLast().event().type());
        assertEquals(JobState.CANCELLED, jobs.get(job.jobId()).state());
        jobs.cancel(job.jobId());
    }

    @Test
    void endedJobsAreForgottenByAgeAndCountRunningOnesNever() throws InterruptedException {
        JobStore few = store(new JobLimits(1, 2, Duration.ofHours(1), 10));
        for (int i = 0; i < 4; i++) {
            String id = few.create("x", "x", context -> null).jobId();
            await().until(() -> few.get(id).state() == JobState.DONE);
        }
        assertEquals(2, few.list().size());
        now = now.plus(Duration.ofMinutes(61));
        JobInfo running = few.create("x", "x", context -> {
            new CountDownLatch(1).await();
            return null;
        });
        assertEquals(
                List.of(running.jobId()),
                few.list().stream().map(JobInfo::jobId).toList());
        assertEquals(
                ProblemCode.RATE_LIMITED,
                assertThrows(ProblemException.class, () -> few.create("x", "x", context -> null))
                        .problem()
                        .code());
        few.close();
        await().until(() -> few.get(running.jobId()).state() == JobState.CANCELLED);
        assertEquals(
                ProblemCode.DRAINING,
                assertThrows(ProblemException.class, () -> few.create("x", "x", context -> null))
                        .problem()
                        .code());
    }

    @Test
    void longLogKeepsItsEnd() throws InterruptedException {
        JobStore small = store(new JobLimits(1, 2, Duration.ofHours(1), 10));
        JobInfo job = small.create("x", "x", context -> {
            for (int i = 0; i < 100; i++) {
                context.log("line " + i);
            }
            return null;
        });
        await().until(() -> small.get(job.jobId()).state() == JobState.DONE);
        List<NumberedEvent> kept = small.events(job.jobId(), 0, 0);
        assertEquals(10, kept.size());
        assertEquals(101, kept.getLast().seq());
    }

    @Test
    void unknownJobIsAProblem() {
        assertEquals(
                ProblemCode.JOB_NOT_FOUND,
                assertThrows(ProblemException.class, () -> jobs.get("job_x"))
                        .problem()
                        .code());
    }

    private JobStore store(JobLimits limits) {
        return new JobStore(() -> now, () -> "" + ids.incrementAndGet(), limits, heard::add);
    }

    private List<NumberedEvent> replay(String id) throws InterruptedException {
        return jobs.events(id, 0, 0);
    }

    private List<NumberedEvent> readAll(String id) throws InterruptedException {
        List<NumberedEvent> all = new ArrayList<>();
        long after = 0;
        while (true) {
            List<NumberedEvent> more = jobs.events(id, after, 10_000);
            assertTrue(!more.isEmpty() || jobs.get(id).state() != JobState.RUNNING, "no event in 10 s");
            if (more.isEmpty()) {
                return all;
            }
            all.addAll(more);
            after = more.getLast().seq();
        }
    }

    private ProblemCode code(JobInfo job) throws InterruptedException {
        return Objects.requireNonNull(readAll(job.jobId()).getLast().event().error())
                .code();
    }
}
