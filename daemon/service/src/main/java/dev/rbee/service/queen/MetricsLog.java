package dev.rbee.service.queen;

import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.service.queen.store.RequestLog;
import java.util.function.Consumer;

/** Tells also the metrics of what goes into the request log. */
final class MetricsLog implements RequestLog {
    private final RequestLog log;
    private volatile Consumer<RequestEntry> also = _ -> {};

    MetricsLog(RequestLog log) {
        this.log = log;
    }

    /** Set once, before the first request. */
    void also(Consumer<RequestEntry> hearer) {
        also = hearer;
    }

    @Override
    public void ended(RequestEntry entry) {
        log.ended(entry);
        also.accept(entry);
    }
}
