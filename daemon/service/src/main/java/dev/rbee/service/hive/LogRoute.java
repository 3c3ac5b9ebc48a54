package dev.rbee.service.hive;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.LogLine;
import dev.rbee.http.Exchange;
import dev.rbee.http.Handler;
import dev.rbee.http.Sse;
import dev.rbee.service.hive.process.LogRing;
import dev.rbee.service.hive.process.Supervisor;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /v1/workers/{id}/logs}: what is held, then what comes, as events {@code log} with the line's number as id;
 * {@code end} when the worker has ended for good. {@code ?follow=false} ends after what is held, {@code ?tail=n} begins with the
 * last n lines, {@code Last-Event-ID} goes on after that line.
 */
final class LogRoute implements Handler {
    private static final long NAP_MS = 1_000;

    private final Supervisor supervisor;

    LogRoute(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    @Override
    public void handle(Exchange x) throws Exception {
        String id = x.path("id");
        LogRing ring = supervisor
                .log(id)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.WORKER_NOT_FOUND,
                        "This hive has no log of such a worker.",
                        "GET /v1/workers lists the workers; older logs are files in logs/."));
        boolean follow = !x.query("follow").orElse("true").equals("false");
        long last = start(x, ring);
        try (Sse sse = x.sse().endless()) {
            boolean more = true;
            while (more && sse.isOpen()) {
                boolean closed = ring.closed();
                List<LogLine> lines = follow && !closed ? ring.await(last, NAP_MS) : ring.after(last);
                for (LogLine line : lines) {
                    sse.event(Long.toString(line.seq()), "log", line);
                    last = line.seq();
                }
                more = follow && !closed;
            }
            sse.event(null, "end", Map.of("worker_id", id));
        }
    }

    private static long start(Exchange x, LogRing ring) {
        String resumed = x.header("Last-Event-ID").orElse("");
        if (resumed.matches("\\d{1,18}")) {
            return Long.parseLong(resumed);
        }
        String tail = x.query("tail").orElse("");
        return tail.matches("\\d{1,9}") ? ring.beforeLast(Integer.parseInt(tail)) : 0;
    }
}
