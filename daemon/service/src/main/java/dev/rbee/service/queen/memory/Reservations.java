package dev.rbee.service.queen.memory;

import dev.rbee.contract.hives.HiveInfo;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Memory that workers which are on their way will take, so that two that are started at a time are not both promised the same. A reservation
 * lasts until its hive has measured its memory with the worker in it. Thread-safe, never blocks.
 */
public final class Reservations {
    private final Map<String, Reserved> all = new HashMap<>();

    /**
     * One of them.
     *
     * @param settled what the hive's last beat was when the worker was ready; null: it is not yet
     */
    private record Reserved(
            String hive, long bytes, @Nullable Instant settled) {}

    /** {@code owner} will take so much there; replaces what it had. */
    public synchronized void hold(String owner, String hive, long bytes) {
        all.put(owner, new Reserved(hive, bytes, null));
    }

    /** Its worker is ready: from the hive's next beat on, the hive's own figure has it. */
    public synchronized void settle(String owner, @Nullable Instant lastBeat) {
        all.computeIfPresent(owner, (o, r) -> lastBeat == null ? null : new Reserved(r.hive(), r.bytes(), lastBeat));
    }

    /** It takes nothing. */
    public synchronized void release(String owner) {
        all.remove(owner);
    }

    /** Where that one has its memory; null where it has none. */
    public synchronized @Nullable String hive(String owner) {
        Reserved mine = all.get(owner);
        return mine == null ? null : mine.hive();
    }

    /** Bytes on that hive that others than {@code owner} will take. */
    public synchronized long others(String owner, String hive) {
        return all.entrySet().stream()
                .filter(each ->
                        !each.getKey().equals(owner) && each.getValue().hive().equals(hive))
                .mapToLong(each -> each.getValue().bytes())
                .sum();
    }

    /** Forgets what hives have measured since. */
    public synchronized void measured(List<HiveInfo> hives) {
        for (HiveInfo hive : hives) {
            all.values()
                    .removeIf(each -> each.settled() != null
                            && each.hive().equals(hive.id())
                            && hive.lastSeen() != null
                            && hive.lastSeen().isAfter(each.settled()));
        }
    }
}
