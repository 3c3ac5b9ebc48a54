package dev.rbee.service.hive;

import dev.rbee.client.Http;
import dev.rbee.client.Reply;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.info.Health;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.hive.process.WorkerDoor;
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
    public boolean loaded(String workerId, int port) throws IOException {
        try {
            Health health = worker(workerId, port).remote().health();
            return !health.status().equals("loading");
        } catch (ProblemException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void shutdown(String workerId, int port, Duration grace) throws IOException {
        try {
            Reply reply = http.callWithin(
                    worker(workerId, port)
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

    private WorkerClient worker(String workerId, int port) {
        return WorkerClient.of(http, "http://127.0.0.1:" + port, workerId, token);
    }
}
