package dev.rbee.service.models.fetch;

import dev.rbee.service.models.fetch.ByteRanges.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is still to be fetched, handed out to connections in order; the last pieces are shared between them. Thread-safe. */
final class Pieces {
    /** Largest piece, bytes: the first bytes come first. */
    static final long LARGEST = 64L << 20;
    /** Not worth another request, bytes. */
    static final long SMALLEST = 4L << 20;
    /** Less is not taken from a connection that has it: what is on its way already comes twice, bytes. */
    private static final long WORTH_SHARING = 4 * SMALLEST;

    private final PriorityQueue<Range> free = new PriorityQueue<>(Comparator.comparingLong(Range::from));
    private final List<Piece> taken = new ArrayList<>();
    private final int lines;

    /** These gaps, for so many connections; with one, each gap is a piece. */
    Pieces(List<Range> gaps, int lines) {
        this.lines = lines;
        free.addAll(gaps);
    }

    /** One connection's piece. Its end may move towards its position while it is read. */
    final class Piece {
        private long at;
        private long to;

        private Piece(Range range) {
            at = range.from();
            to = range.to();
        }

        /** Where it goes on. */
        long at() {
            synchronized (Pieces.this) {
                return at;
            }
        }

        /** Where it ends now. */
        long to() {
            synchronized (Pieces.this) {
                return to;
            }
        }

        /** So many bytes are there; false once it is complete. */
        boolean advance(long bytes) {
            synchronized (Pieces.this) {
                at += bytes;
                return at < to;
            }
        }

        /** It is complete, or given back for another connection. */
        void leave() {
            synchronized (Pieces.this) {
                if (taken.remove(this) && at < to) {
                    free.add(new Range(at, to));
                }
            }
        }
    }

    /** How many connections could work at once. */
    synchronized int useful() {
        return Math.clamp(left() / SMALLEST, 1, lines);
    }

    private long left() {
        return free.stream().mapToLong(Range::length).sum();
    }

    /** The next one: the first of what is free, else half of what another has before it; empty where nothing is worth it. */
    synchronized Optional<Piece> next() {
        Range range = free.isEmpty() ? half() : first();
        if (range == null) {
            return Optional.empty();
        }
        Piece piece = new Piece(range);
        taken.add(piece);
        return Optional.of(piece);
    }

    /** Smaller ones towards the end, so that all connections end at about the same time. */
    private Range first() {
        long size = lines == 1 ? Long.MAX_VALUE : Math.clamp(left() / (2L * lines), SMALLEST, LARGEST);
        Range gap = free.remove();
        if (gap.length() <= size) {
            return gap;
        }
        free.add(new Range(gap.from() + size, gap.to()));
        return new Range(gap.from(), gap.from() + size);
    }

    private @Nullable Range half() {
        Piece longest =
                taken.stream().max(Comparator.comparingLong(p -> p.to - p.at)).orElse(null);
        if (longest == null || longest.to - longest.at < WORTH_SHARING) {
            return null;
        }
        long middle = longest.at + (longest.to - longest.at) / 2;
        Range half = new Range(middle, longest.to);
        longest.to = middle;
        return half;
    }
}
