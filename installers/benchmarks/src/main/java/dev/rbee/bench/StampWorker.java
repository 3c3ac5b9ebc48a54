package dev.rbee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.http.Caller;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.Sse;
import java.util.concurrent.locks.LockSupport;

/** A stand-in for a worker, in the benchmark's own process: each token is the time it was sent, 20 tokens a second. */
final class StampWorker implements AutoCloseable {
    static final String MODEL = "stamps";
    static final int TOKENS = 64;
    private static final long GAP = 50_000_000L;

    private final Server server;

    StampWorker() {
        server = ServerSpec.builder("worker", "stamp-worker", (method, path, bearer) -> Caller.admin())
                .routes(routes -> routes.post("/v1/chat/completions", exchange -> {
                    JsonNode ignored = exchange.json();
                    stream(exchange.sse(), ignored.hashCode());
                }))
                .start();
    }

    private static void stream(Sse sse, int salt) throws Exception {
        try (sse) {
            long start = System.nanoTime() + Math.floorMod(salt, GAP);
            for (int i = 0; i < TOKENS; i++) {
                LockSupport.parkNanos(start + i * GAP - System.nanoTime());
                sse.data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + System.nanoTime() + "\"}}]}");
            }
            sse.data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            sse.data("[DONE]");
        }
    }

    int port() {
        return server.port();
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }
}
