package dev.rbee.service.queen.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.queen.memory.Holder.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One hive whose memory never holds all models, under random requests, second by second. What must hold: memory is never promised twice, no
 * answer is cut, nobody waits for ever, and models change at most once per stay, however the requests alternate.
 */
class TrafficTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int STAY = 60;
    private static final int LOAD = 5;
    private static final int SLOTS = 8;
    private static final int SECONDS = 20_000;
    private static final MemoryRules RULES = new MemoryRules(true, Duration.ofSeconds(STAY));

    /** A worker of the model world. */
    private static final class Loaded {
        final String model;
        final long bytes;
        final long readyAt;
        final List<Integer> ends = new ArrayList<>();
        long idleSince;
        boolean leaving;

        Loaded(String model, long bytes, long readyAt) {
            this.model = model;
            this.bytes = bytes;
            this.readyAt = readyAt;
            this.idleSince = readyAt;
        }

        Stage stage(int now) {
            return leaving ? Stage.LEAVING : now < readyAt ? Stage.LOADING : ends.isEmpty() ? Stage.IDLE : Stage.BUSY;
        }
    }

    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Deque<Integer>> queues = new HashMap<>();
    private final Map<String, Integer> demands = new HashMap<>();
    private final Map<String, Long> reserved = new HashMap<>();
    private final List<Loaded> loaded = new ArrayList<>();
    private final long memory = 100;
    private int loads;
    private int longestWait;
    private int served;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void batchesNotSwaps(long seed) {
        Random random = new Random(seed);
        int models = 2 + random.nextInt(3);
        for (int i = 0; i < models; i++) {
            sizes.put("m" + i, 51L + random.nextInt(49)); // no two of them fit
            queues.put("m" + i, new ArrayDeque<>());
        }
        for (int now = 0; now < SECONDS; now++) {
            end(now);
            for (int n = random.nextInt(3); n > 0; n--) {
                queue("m" + random.nextInt(models)).add(now);
            }
            serve(now, random);
            demand(now);
            assertTrue(used() <= memory, "at " + now);
        }
        assertTrue(loads <= SECONDS / STAY + models, seed + ": " + loads + " loads");
        int turn = STAY + LOAD + 8;
        assertTrue(longestWait <= (models + 1) * turn, seed + ": one waited for " + longestWait + " s");
        assertTrue(served > SECONDS / 2, seed + ": " + served + " served");
    }

    private Deque<Integer> queue(String model) {
        return Objects.requireNonNull(queues.get(model));
    }

    private long used() {
        return loaded.stream().mapToLong(each -> each.bytes).sum();
    }

    private void end(int now) {
        for (Loaded each : loaded) {
            if (each.ends.removeIf(end -> end <= now) && each.ends.isEmpty()) {
                each.idleSince = now;
            }
        }
        loaded.removeIf(each -> each.leaving && each.ends.isEmpty());
    }

    private void serve(int now, Random random) {
        for (Loaded each : loaded) {
            Deque<Integer> queue = queue(each.model);
            while (!each.leaving && each.readyAt <= now && each.ends.size() < SLOTS && !queue.isEmpty()) {
                longestWait = Math.max(longestWait, now - queue.remove());
                each.ends.add(now + 1 + random.nextInt(6));
                served++;
            }
        }
    }

    private void demand(int now) {
        for (Map.Entry<String, Deque<Integer>> each : queues.entrySet()) {
            String model = each.getKey();
            boolean there = loaded.stream().anyMatch(one -> one.model.equals(model) && !one.leaving);
            if (each.getValue().isEmpty() || there) {
                demands.remove(model);
                continue;
            }
            step(model, now, demands.computeIfAbsent(model, m -> now));
        }
    }

    private void step(String model, int now, int since) {
        long bytes = Objects.requireNonNull(sizes.get(model));
        long others = reserved.entrySet().stream()
                .filter(each -> !each.getKey().equals(model))
                .mapToLong(Map.Entry::getValue)
                .sum();
        Room room = new Room(
                "h",
                memory - used() - others,
                others,
                loaded.stream().map(one -> holder(one, now)).toList());
        switch (Turns.next(room, new Demand(model, bytes, since * SECOND, first(model, since)), RULES, now * SECOND)) {
            case Step.Start start -> {
                assertTrue(start.room(), "all fit alone");
                reserved.remove(model);
                loaded.add(new Loaded(model, bytes, now + LOAD));
                loads++;
            }
            case Step.Unload unload -> {
                reserved.put(model, bytes);
                for (String worker : unload.workers()) {
                    Loaded victim = find(worker);
                    assertTrue(victim != null && now - victim.readyAt >= STAY, "its stay was not over");
                    victim.leaving = true;
                }
            }
            case Step.Wait wait -> assertTrue(!wait.why().isEmpty());
        }
    }

    private boolean first(String model, int since) {
        return demands.entrySet().stream()
                .filter(each -> !each.getKey().equals(model) && !reserved.containsKey(each.getKey()))
                .noneMatch(each -> each.getValue() < since);
    }

    private @Nullable Loaded find(String worker) {
        return loaded.stream()
                .filter(one -> one.model.equals(worker))
                .findFirst()
                .orElse(null);
    }

    private static Holder holder(Loaded one, int now) {
        return new Holder(
                one.model, one.model, one.bytes, one.stage(now), false, one.readyAt * SECOND, one.idleSince * SECOND);
    }
}
