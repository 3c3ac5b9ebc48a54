package dev.rbee.service.queen.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who waits for whose memory, and since when: the one who has waited longest has the next turn. Thread-safe, never blocks. */
public final class Line {
    private final Map<String, Waiting> all = new HashMap<>();

    private record Waiting(long since, Set<String> hives) {}

    /** {@code owner} waits since then (monotonic nanoseconds) for room on any of those hives. */
    public synchronized void enter(String owner, long since, Set<String> hives) {
        all.put(owner, new Waiting(since, Set.copyOf(hives)));
    }

    /** It has its turn, or has given up. */
    public synchronized void leave(String owner) {
        all.remove(owner);
    }

    /** Whether nobody else has waited for that hive since before {@code since}. */
    public synchronized boolean first(String owner, long since, String hive) {
        return all.entrySet().stream()
                .filter(each -> !each.getKey().equals(owner))
                .filter(each -> each.getValue().hives().contains(hive))
                .noneMatch(each -> each.getValue().since() - since < 0);
    }
}
