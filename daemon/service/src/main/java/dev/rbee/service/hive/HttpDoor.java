package dev.rbee.service.hive;

import dev.rbee.client.Http;
import dev.rbee.client.Reply;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.info.Health;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.hive.process.WorkerDoor;
import dev.rbee.service.hive.process.WorkerPlan;
import java.io.IOException;
import java.time.Duration;

/** Speaks to workers over HTTP, each with its own key. */
final class HttpDoor implements WorkerDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Http http;
    private final String token;

    HttpDoor(Http http, String token) {
        this.http = http;
        this.token = token;
    }

    @Override
    public boolean loaded(WorkerPlan plan, int port) throws IOException {
        try {
            Health health = worker(plan, port).remote().health();
            return !health.status().equals("loading");
        } catch (ProblemException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void announce(WorkerPlan plan, int port) throws IOException {
        try {
            worker(plan, port).announce();
        } catch (ProblemException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void shutdown(WorkerPlan plan, int port, Duration grace) throws IOException {
        try {
            Reply reply = http.callWithin(
                    worker(plan, port)
                            .remote()
                            .postRequest("/v1/shutdown", new Grace(grace.toMillis()))
                            .build(),
                    PATIENCE);
            reply.orThrow();
        } catch (ProblemException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private record Grace(long graceMs) {}

    private WorkerClient worker(WorkerPlan plan, int port) {
        return WorkerClient.withKey(http, "http://127.0.0.1:" + port, plan.workerId(), plan.key(token));
    }
}
