package dev.rbee.service.jobs;

import dev.rbee.contract.jobs.JobState;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Sse;
import java.util.List;

/** {@code GET /v1/jobs}, {@code GET /v1/jobs/{id}}, its stream, and {@code DELETE} to cancel: the same at queen and hive. */
public final class JobRoutes {
    private static final long WAIT_MS = 5_000;

    private final JobStore jobs;

    /** Of these jobs. */
    public JobRoutes(JobStore jobs) {
        this.jobs = jobs;
    }

    /** Names the routes; all of them are the administrator's. */
    public void add(Routes routes) {
        routes.get("/v1/jobs", x -> {
            x.caller().requireAdmin();
            x.json(200, jobs.list());
        });
        routes.get("/v1/jobs/{id}", x -> {
            x.caller().requireAdmin();
            x.json(200, jobs.get(x.path("id")));
        });
        routes.delete("/v1/jobs/{id}", x -> {
            x.caller().requireAdmin();
            x.json(200, jobs.cancel(x.path("id")));
        });
        routes.post("/v1/jobs/{id}/pause", x -> {
            x.caller().requireAdmin();
            x.json(200, jobs.pause(x.path("id"), true));
        });
        routes.post("/v1/jobs/{id}/resume", x -> {
            x.caller().requireAdmin();
            x.json(200, jobs.pause(x.path("id"), false));
        });
        routes.get("/v1/jobs/{id}/stream", this::stream);
    }

    private void stream(Exchange x) throws Exception {
        x.caller().requireAdmin();
        String id = x.path("id");
        var _ = jobs.get(id);
        long at = x.header("Last-Event-ID")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
        try (Sse sse = x.sse().endless()) {
            while (sse.isOpen()) {
                boolean ended = jobs.get(id).state() != JobState.RUNNING;
                List<NumberedEvent> events = jobs.events(id, at, ended ? 0 : WAIT_MS);
                for (NumberedEvent each : events) {
                    sse.event(Long.toString(each.seq()), each.event().type(), each.event());
                    at = each.seq();
                }
                if (ended && events.isEmpty()) {
                    return;
                }
            }
        }
    }
}
