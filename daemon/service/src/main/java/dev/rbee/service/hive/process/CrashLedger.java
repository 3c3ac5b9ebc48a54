package dev.rbee.service.hive.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts crashes by model. Belongs to one owner; time comes in as nanoseconds of one monotonic clock. */
final class CrashLedger {
    private final RestartPolicy policy;
    private final Map<String, Deque<Long>> crashes = new HashMap<>();

    CrashLedger(RestartPolicy policy) {
        this.policy = policy;
    }

    /** Notes one; true where the model is in quarantine from now on. */
    boolean crashed(String model, long now) {
        crashes.computeIfAbsent(model, m -> new ArrayDeque<>()).addLast(now);
        return quarantined(model, now);
    }

    /** True while too many crashes lie within the window. */
    boolean quarantined(String model, long now) {
        return recent(model, now).size() >= policy.crashes();
    }

    /** How long the quarantine lasts if nobody releases it; zero where there is none. */
    Duration remaining(String model, long now) {
        Deque<Long> times = recent(model, now);
        if (times.size() < policy.crashes()) {
            return Duration.ZERO;
        }
        long deciding =
                times.stream().skip(times.size() - policy.crashes()).findFirst().orElse(now);
        return policy.window().minusNanos(now - deciding);
    }

    /** Forgets the crashes of a model. */
    void release(String model) {
        crashes.remove(model);
    }

    private Deque<Long> recent(String model, long now) {
        Deque<Long> times = crashes.getOrDefault(model, new ArrayDeque<>());
        while (!times.isEmpty() && now - times.getFirst() > policy.window().toNanos()) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            crashes.remove(model);
        }
        return times;
    }
}
