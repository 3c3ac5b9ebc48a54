package dev.rbee.service.queen.logs;

import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Sse;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code GET /v1/queen/logs}, the administrator's: the end of the log of the program this queen runs in, then what is added;
 * {@code ?follow=false} ends after what is there. Nothing comes while nothing was written.
 */
public final class QueenLog {
    private static final int LINES = 400;

    private final Path file;

    /** Over that file. */
    public QueenLog(Path file) {
        this.file = file;
    }

    /** Names the route. */
    public void add(Routes routes) {
        routes.get("/v1/queen/logs", this::follow);
    }

    private void follow(Exchange x) throws Exception {
        x.caller().requireAdmin();
        boolean follow = !x.query("follow").orElse("true").equals("false");
        try (Sse sse = x.sse().endless()) {
            LogTail tail = new LogTail(file, LINES);
            tail.last(sse);
            if (follow) {
                tail.follow(sse);
            } else {
                sse.event(null, "end", Map.of("component", "queen"));
            }
        }
    }
}
