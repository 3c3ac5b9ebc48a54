package dev.rbee.service.queen.events;

import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Sse;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * {@code GET /v1/events}: a snapshot, then every change. The SSE id is {@code <instance>-<revision>}; who comes back with
 * it in {@code Last-Event-ID} goes on there without a snapshot, as long as that is still kept.
 */
public final class EventRoutes {
    private static final int READERS = 256;
    private static final long WAIT_MS = 5_000;

    private final EventHub hub;
    private final StatsTicker ticker;
    private final Semaphore readers = new Semaphore(READERS);

    /** Events of this hub; {@code ticker} runs while somebody reads. */
    public EventRoutes(EventHub hub, StatsTicker ticker) {
        this.hub = hub;
        this.ticker = ticker;
    }

    /** Names the route. */
    public void add(Routes routes) {
        routes.get("/v1/events", this::events);
    }

    private void events(Exchange x) throws Exception {
        x.caller().requireAdmin();
        if (!readers.tryAcquire()) {
            throw ProblemException.of(
                    ProblemCode.RATE_LIMITED, READERS + " readers follow the events already.", "Close one of them.");
        }
        try (StatsTicker.Watch watch = ticker.watch();
                Sse sse = x.sse().endless()) {
            follow(sse, resumed(x.header("Last-Event-ID").or(() -> x.query("last_event_id"))));
        } finally {
            readers.release();
        }
    }

    private void follow(Sse sse, Optional<Long> resumed) throws Exception {
        long at;
        if (resumed.isPresent()) {
            at = resumed.get();
        } else {
            FleetSnapshot snapshot = hub.snapshot();
            at = snapshot.revision();
            sse.event(id(at), "snapshot", snapshot);
        }
        while (sse.isOpen()) {
            Batch batch = hub.after(at, WAIT_MS);
            if (batch.cut()) {
                return;
            }
            for (Published each : batch.events()) {
                sse.event(id(each.revision()), each.type(), each.json());
            }
            at = batch.next();
        }
    }

    private Optional<Long> resumed(Optional<String> last) {
        String prefix = hub.instance() + "-";
        return last.filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()))
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(hub::keeps);
    }

    private String id(long revision) {
        return hub.instance() + "-" + revision;
    }
}
