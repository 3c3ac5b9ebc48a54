package dev.rbee.service.queen.store;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list that is newest first.
 *
 * @param limit at most this many
 * @param before only older ones than this {@code n}; null for the newest
 * @param after only newer ones than this {@code n}; null: no matter
 */
public record Span(
        int limit, @Nullable Long before, @Nullable Long after) {
    /** The newest ones. */
    public static Span newest(int limit) {
        return new Span(limit, null, null);
    }

    /** Those before that one. */
    public static Span before(int limit, @Nullable Long before) {
        return new Span(limit, before, null);
    }

    long beforeOrMax() {
        return before == null ? Long.MAX_VALUE : before;
    }

    long afterOrMin() {
        return after == null ? Long.MIN_VALUE : after;
    }
}
