package dev.rbee.service.queen;

import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.events.FleetFeed;
import dev.rbee.service.queen.workers.WorkerChange;
import dev.rbee.service.queen.workers.WorkerListener;
import java.util.concurrent.atomic.LongAdder;

/** The worker registry's changes as events, and counted. Never blocks. */
final class WorkerNews implements WorkerListener {
    private final FleetFeed feed;
    private final LongAdder beats = new LongAdder();

    WorkerNews(FleetFeed feed) {
        this.feed = feed;
    }

    @Override
    public void changed(WorkerChange change) {
        WorkerInfo now = change.after();
        if (now == null) {
            feed.workerGone(change.id(), change.reason());
            return;
        }
        if (change.reason().equals("heartbeat") || change.kind() == WorkerChange.Kind.BEAT) {
            beats.increment();
        }
        feed.worker(now);
    }

    /** Heartbeats since the start. */
    long beats() {
        return beats.sum();
    }
}
