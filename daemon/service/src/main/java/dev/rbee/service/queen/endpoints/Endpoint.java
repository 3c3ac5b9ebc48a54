package dev.rbee.service.queen.endpoints;

import dev.rbee.contract.endpoints.EndpointInfo;
import dev.rbee.service.queen.store.StoredEndpoint;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One attached server. Its standing is written by whoever holds {@link #looking}, read by everybody. */
final class Endpoint {
    private static final int USUAL_SLOTS = 8;

    final StoredEndpoint row;
    final @Nullable String key;
    /** Held during a look and while its outcome is applied. */
    final ReentrantLock looking = new ReentrantLock();

    volatile Standing standing;
    volatile boolean removed;
    volatile long dueNanos;

    Endpoint(StoredEndpoint row, @Nullable String key, Standing standing, long dueNanos) {
        this.row = row;
        this.key = key;
        this.standing = standing;
        this.dueNanos = dueNanos;
    }

    String name() {
        return row.name();
    }

    /** What it offers here. */
    List<Offered> models() {
        Seen seen = standing.seen();
        return seen == null
                ? List.of()
                : seen.models().stream()
                        .filter(model -> Names.wanted(row.models(), model))
                        .toList();
    }

    int slots() {
        Integer wanted = row.slots();
        Seen seen = standing.seen();
        Integer said = seen == null ? null : seen.slots();
        return wanted != null ? wanted : said != null ? Math.clamp(said, 1, 1024) : USUAL_SLOTS;
    }

    EndpointInfo info() {
        Standing now = standing;
        Seen seen = now.seen();
        return new EndpointInfo(
                row.name(),
                row.url(),
                seen == null ? "openai" : seen.kind().wire(),
                now.state().wire(),
                models().stream().map(Offered::name).toList(),
                slots(),
                key != null,
                message(now),
                now.lastSeen());
    }

    private @Nullable String message(Standing now) {
        Seen seen = now.seen();
        boolean many = seen != null && seen.models().size() >= Listing.MOST;
        return now.message() != null || !many
                ? now.message()
                : "It lists more than " + Listing.MOST + " models; name those you want.";
    }
}
