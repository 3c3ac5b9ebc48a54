package dev.rbee.http;

/** What {@code GET /health} says. Must not block. */
@FunctionalInterface
public interface HealthSource {
    /** {@code ok}, {@code loading} or {@code draining}. */
    String status();
}
