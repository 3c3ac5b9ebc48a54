package dev.rbee.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Handler;
import dev.rbee.http.Server;
import dev.rbee.http.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobStreamTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static JobEvent event(String type, @Nullable Problem error) {
        return new JobEvent(type, "j1", 0.5, "m", null, error);
    }

    private JobEvent follow(Handler handler) throws InterruptedException {
        try (Server server = Fixture.server(0, routes -> routes.get("/v1/jobs/{id}/stream", handler));
                JobStream job = JobStream.follow(
                        Fixture.remote(server), "j1", event -> heard.add(event.type()), new Random(1))) {
            return job.await(Duration.ofSeconds(10));
        }
    }

    @Test
    void followsToTheEndThroughABreak() throws InterruptedException {
        AtomicInteger connections = new AtomicInteger();
        JobEvent end = follow(x -> {
            try (Sse sse = x.sse()) {
                sse.event("1", "progress", event("progress", null));
                if (connections.incrementAndGet() > 1) {
                    sse.event("2", "done", event("done", null));
                }
            }
        });
        assertEquals("done", end.type());
        assertEquals(List.of("progress", "progress", "done"), heard);
    }

    @Test
    void aFailedJobThrowsItsOwnProblem() {
        ProblemException failed = assertThrows(
                ProblemException.class,
                () -> follow(x -> {
                    try (Sse sse = x.sse()) {
                        sse.data(event("error", Problem.of(ProblemCode.SPAWN_FAILED, "no", null)));
                    }
                }));
        assertEquals(ProblemCode.SPAWN_FAILED, failed.problem().code());
    }

    @Test
    void anUnknownJobIsNotAskedForForEver() {
        ProblemException unknown = assertThrows(
                ProblemException.class,
                () -> follow(x -> {
                    throw ProblemException.of(ProblemCode.JOB_NOT_FOUND, "none", null);
                }));
        assertEquals(ProblemCode.JOB_NOT_FOUND, unknown.problem().code());
    }
}
