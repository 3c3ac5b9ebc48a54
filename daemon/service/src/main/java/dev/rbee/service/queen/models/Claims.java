package dev.rbee.service.queen.models;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which pull fetches which content from outside: one at a time for the whole fleet. Thread-safe, never blocks. */
final class Claims {
    private final Map<String, String> jobs = new ConcurrentHashMap<>();

    /** Whether {@code job} may fetch that content now; it has to {@link #release} it. */
    boolean take(String content, String job) {
        return jobs.putIfAbsent(content, job) == null;
    }

    void release(String content, String job) {
        jobs.remove(content, job);
    }

    /** The job that fetches it, or null. */
    @Nullable
    String holder(String content) {
        return jobs.get(content);
    }
}
