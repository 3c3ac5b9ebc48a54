package dev.rbee.service.queen.hives;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells "they are gone" from "we are cut off". When so many hives are lost so close together that more are lost than left, it is more
 * likely this machine's own network: then they are held, which is to say kept suspect and not replaced. The hold ends by itself as soon
 * as no more are lost than are up, or after a longest time, when the loss is believed. Has no clock; not thread-safe.
 */
final class MassLoss {
    /** Fewer may well fail one by one. */
    private static final int LEAST = 3;

    private final long windowNanos;
    private final long longestNanos;
    private final Map<String, Long> lostSince = new HashMap<>();
    private final Set<String> believed = new TreeSet<>();
    private Set<String> held = Set.of();
    private long began;

    /**
     * Holds nothing yet.
     *
     * @param window hives lost within it were lost together; at least the time between two beats
     * @param longest a hold lasts so long at most
     */
    MassLoss(Duration window, Duration longest) {
        this.windowNanos = window.toNanos();
        this.longestNanos = longest.toNanos();
    }

    /** What one look changed. */
    enum Change {
        /** as before */
        NONE,
        /** hives are held from now on */
        BEGAN,
        /** enough are back */
        HEALED,
        /** it took too long: they are gone */
        BELIEVED
    }

    /**
     * Looks once; to be called about every second.
     *
     * @param lost hives that were up, are not now, and were not given up
     * @param up how many are
     */
    Change look(Set<String> lost, int up, long now) {
        lostSince.keySet().retainAll(lost);
        believed.retainAll(lost);
        lost.forEach(id -> lostSince.putIfAbsent(id, now));
        boolean holding = !held.isEmpty();
        long from = holding ? began : now;
        Set<String> together = new TreeSet<>();
        lostSince.forEach((id, since) -> {
            if (since - from >= -windowNanos && !believed.contains(id)) {
                together.add(id);
            }
        });
        if (!holding) {
            boolean most = together.size() >= LEAST && together.size() > up;
            held = most ? Set.copyOf(together) : Set.of();
            began = now;
            return most ? Change.BEGAN : Change.NONE;
        }
        if (together.size() <= up || together.isEmpty()) {
            held = Set.of();
            return Change.HEALED;
        }
        if (now - began > longestNanos) {
            believed.addAll(together);
            held = Set.of();
            return Change.BELIEVED;
        }
        held = Set.copyOf(together);
        return Change.NONE;
    }

    /** The hives that are held; an immutable set. */
    Set<String> held() {
        return held;
    }
}
