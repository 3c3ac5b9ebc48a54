package dev.rbee.service.queen;

import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/info} and {@code POST /v1/shutdown}. */
final class QueenInfo {
    private static final List<String> FEATURES =
            List.of("openai", "infer", "events", "jobs", "tokens", "audit", "requests", "metrics", "spawn", "explain");

    private final String instance;
    private final Instant startedAt;
    private final Runnable stop;

    QueenInfo(String instance, Instant startedAt, Runnable stop) {
        this.instance = instance;
        this.startedAt = startedAt;
        this.stop = stop;
    }

    void add(Routes routes) {
        routes.get(
                "/v1/info",
                x -> x.json(
                        200,
                        new DaemonInfo(
                                "queen",
                                Version.CURRENT,
                                instance,
                                FEATURES,
                                ProcessHandle.current().pid(),
                                startedAt,
                                null)));
        routes.post("/v1/shutdown", x -> {
            x.caller().requireAdmin();
            x.json(202, Map.of("status", "draining"));
            Thread.ofPlatform().name("queen-shutdown").start(stop);
        });
    }
}
