package dev.rbee.service.queen.hives;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.Proof;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.util.List;

/**
 * News of hives' processes. When one has ended, its workers end with it within moments and can't say so any more: they are
 * looked at, and those that answer no longer are removed. Thread-safe.
 */
public final class HiveEnds implements HiveNews {
    private static final int LOOKS = 10;
    private static final long LOOK_MS = 500;

    private final HiveRegistry hives;
    private final WorkerRegistry workers;
    private final Http http;
    private final String token;

    /** Over those registries, with the installation's token. */
    public HiveEnds(HiveRegistry hives, WorkerRegistry workers, Http http, String token) {
        this.hives = hives;
        this.workers = workers;
        this.http = http;
        this.token = token;
    }

    @Override
    public void state(String hiveId, HiveState state, String why) {
        hives.remember(hiveId, "127.0.0.1", 7835, HiveMode.LOCAL, null);
        hives.state(hiveId, state, why);
        switch (state) {
            case OFFLINE, STOPPED, ERROR ->
                Thread.ofVirtual().name("hive-ended-" + hiveId).start(() -> look(hiveId));
            case UNKNOWN, STARTING, ONLINE, DEGRADED, SUSPECT, DRAINING -> {}
        }
    }

    private void look(String hiveId) {
        try {
            for (int i = 0; i < LOOKS; i++) {
                List<WorkerInfo> left = workers.lists().list().stream()
                        .filter(worker -> worker.nodeName().equals(hiveId))
                        .toList();
                if (left.isEmpty()) {
                    return;
                }
                left.stream()
                        .filter(worker -> !answers(worker))
                        .forEach(worker -> workers.remove(worker.id(), "its hive " + hiveId + " ended"));
                Thread.sleep(LOOK_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers(WorkerInfo worker) {
        return Proof.holds(http, worker.url(), Credential.toWorker(token, worker.id()));
    }
}
