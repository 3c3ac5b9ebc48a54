package dev.rbee.service.models.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteRangesTest {
    @Test
    void rangesAreWhatASetOfBytesWouldBe() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            ByteRanges ranges = new ByteRanges();
            BitSet bytes = new BitSet();
            for (int i = 0; i < 60; i++) {
                int from = random.nextInt(200);
                int to = from + random.nextInt(20);
                ranges.add(from, to);
                bytes.set(from, to);
                assertEquals(bytes.cardinality(), ranges.total(), "seed 11, round " + round);
                assertEquals(bytes.nextClearBit(0), ranges.prefix());
                assertEquals(bytes.length(), ranges.end());
                BitSet missing = new BitSet();
                ranges.gaps(250).forEach(gap -> missing.set((int) gap.from(), (int) gap.to()));
                BitSet wanted = new BitSet();
                wanted.set(0, 250);
                wanted.andNot(bytes);
                assertEquals(wanted, missing);
            }
        }
    }

    @Test
    void piecesCoverEveryGapOnceAlsoWhenTheyAreShared() {
        Random random = new Random(12);
        ByteRanges there = new ByteRanges();
        there.add(100 << 20, 130 << 20);
        long size = 300L << 20;
        Pieces pieces = new Pieces(there.gaps(size), 4);
        assertEquals(4, pieces.useful());
        java.util.List<Pieces.Piece> lines = new java.util.ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(pieces.next().orElseThrow());
        }
        while (!lines.isEmpty()) {
            int n = random.nextInt(lines.size());
            Pieces.Piece piece = lines.get(n);
            long step = Math.min(1 << 20, piece.to() - piece.at());
            long before = there.total();
            there.add(piece.at(), piece.at() + step);
            assertEquals(before + step, there.total(), "seed 12: a byte was fetched twice");
            if (!piece.advance(step) || random.nextInt(50) == 0) {
                piece.leave();
                lines.remove(n);
                Optional<Pieces.Piece> next = pieces.next();
                next.ifPresent(lines::add);
                if (next.isEmpty() && lines.isEmpty()) {
                    pieces.next().ifPresent(lines::add);
                }
            }
        }
        assertTrue(there.gaps(size).isEmpty(), "seed 12: " + there.gaps(size));
    }

    @Test
    void aSpeedLimitIsKeptOverTime() {
        long[] now = {0};
        Throttle throttle = new Throttle(() -> 1_000_000, () -> now[0]);
        for (int i = 0; i < 100; i++) {
            now[0] += throttle.take(100_000);
        }
        double seconds = now[0] / 1e9;
        assertTrue(seconds > 9.7 && seconds < 10.1, "10 MB at 1 MB/s took " + seconds);
        assertEquals(0, Throttle.none().take(1L << 40));
    }
}
