package dev.rbee.service.hive.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.workers.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LogRingTest {
    private static List<LogLine> await(LogRing ring, long after, Duration most) {
        try {
            return ring.await(after, most.toMillis());
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void keepsTheNewestByCountAndByCharacters() {
        LogRing ring = new LogRing(3, 10);
        for (String line : List.of("a", "b", "c", "d")) {
            var _ = ring.add(Instant.EPOCH, "stderr", line);
        }
        assertEquals(
                List.of(2L, 3L, 4L), ring.after(0).stream().map(LogLine::seq).toList());
        var _ = ring.add(Instant.EPOCH, "stderr", "123456789");
        assertEquals("d\n123456789", ring.tail(5));
    }

    @Test
    void cutsLongLines() {
        LogRing ring = new LogRing(3, 100_000);
        assertTrue(ring.add(Instant.EPOCH, "stdout", "x".repeat(50_000)).line().length() < 5_000);
    }

    @Test
    void followersGetWhatComesAndTheEnd() {
        LogRing ring = new LogRing(3, 100);
        CompletableFuture<List<LogLine>> next =
                CompletableFuture.supplyAsync(() -> await(ring, 0, Duration.ofSeconds(15)));
        var _ = ring.add(Instant.EPOCH, "stdout", "hello");
        assertEquals("hello", next.join().getFirst().line());
        CompletableFuture<List<LogLine>> end =
                CompletableFuture.supplyAsync(() -> await(ring, 1, Duration.ofSeconds(15)));
        ring.close();
        assertEquals(List.of(), end.join());
    }
}
