package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HiveSettlingTest {
    private final AtomicInteger looks = new AtomicInteger();

    private static HiveInfo hive(HiveMode mode, HiveState state) {
        return new HiveInfo(
                "h",
                "h",
                "127.0.0.1",
                1,
                "http://127.0.0.1:1",
                mode,
                state,
                state == HiveState.ONLINE,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                Instant.EPOCH,
                null);
    }

    private int looksUntilSettled(Duration patience, HiveInfo... states) throws InterruptedException {
        Deque<HiveInfo> left = new ArrayDeque<>(List.of(states));
        AtomicInteger now = new AtomicInteger();
        new HiveSettling(
                        () -> {
                            looks.incrementAndGet();
                            HiveInfo next = left.size() > 1 ? left.poll() : left.peek();
                            return List.of(Objects.requireNonNull(next));
                        },
                        () -> now.getAndIncrement() * 1_000_000_000L,
                        patience)
                .await();
        return looks.get();
    }

    @Test
    void waitsWhileTheLocalHiveIsOnItsWay() throws InterruptedException {
        assertEquals(
                3,
                looksUntilSettled(
                        Duration.ofSeconds(100),
                        hive(HiveMode.LOCAL, HiveState.UNKNOWN),
                        hive(HiveMode.LOCAL, HiveState.STARTING),
                        hive(HiveMode.LOCAL, HiveState.ONLINE)));
    }

    @Test
    void waitsForNoHiveThatIsNotComing() throws InterruptedException {
        assertEquals(1, looksUntilSettled(Duration.ofSeconds(100), hive(HiveMode.LOCAL, HiveState.ERROR)));
        assertEquals(2, looksUntilSettled(Duration.ofSeconds(100), hive(HiveMode.NETWORK, HiveState.UNKNOWN)));
    }

    @Test
    void losesPatience() throws InterruptedException {
        assertEquals(4, looksUntilSettled(Duration.ofSeconds(5), hive(HiveMode.LOCAL, HiveState.STARTING)));
    }

    @Test
    void noPatienceNoLook() throws InterruptedException {
        assertEquals(0, looksUntilSettled(Duration.ZERO, hive(HiveMode.LOCAL, HiveState.STARTING)));
    }
}
