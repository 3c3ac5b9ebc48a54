package dev.rbee.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class FeedsTest {
    private final List<Runnable> pending = new ArrayList<>();
    private final Executor later = pending::add;

    private void runAll() {
        List<Runnable> tasks = List.copyOf(pending);
        pending.clear();
        tasks.forEach(Runnable::run);
    }

    @Test
    void theNewestValueWinsAndOneTaskIsPending() {
        List<Integer> seen = new ArrayList<>();
        LatestFeed<Integer> feed = new LatestFeed<>(later, seen::add);
        for (int i = 0; i < 1000; i++) {
            feed.offer(i);
        }
        assertEquals(1, pending.size());
        runAll();
        feed.offer(7);
        runAll();
        assertEquals(List.of(999, 7), seen);
    }

    @Test
    void tokensAreNeverLostAndComeInBatches() {
        List<List<Integer>> seen = new ArrayList<>();
        AppendFeed<Integer> feed = new AppendFeed<>(later, seen::add);
        feed.offer(1);
        feed.offer(2);
        assertEquals(1, pending.size());
        runAll();
        feed.offer(3);
        runAll();
        assertEquals(List.of(List.of(1, 2), List.of(3)), seen);
    }
}
