package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MassLossTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final MassLoss brake = new MassLoss(Duration.ofSeconds(40), Duration.ofMinutes(10));

    @Test
    void mostOfThemAtOnceAreHeldUntilEnoughAreBack() {
        assertEquals(MassLoss.Change.NONE, look(0, 5));
        assertEquals(MassLoss.Change.NONE, look(1, 4, "a"));
        assertEquals(MassLoss.Change.NONE, look(20, 3, "a", "b"));
        assertEquals(MassLoss.Change.BEGAN, look(35, 2, "a", "b", "c"));
        assertEquals(Set.of("a", "b", "c"), brake.held());
        assertEquals(MassLoss.Change.NONE, look(90, 1, "a", "b", "c", "d"));
        assertEquals(Set.of("a", "b", "c", "d"), brake.held());
        assertEquals(MassLoss.Change.NONE, look(95, 2, "b", "c", "d"));
        assertEquals(MassLoss.Change.HEALED, look(96, 3, "c", "d"));
        assertEquals(Set.of(), brake.held());
    }

    @Test
    void twoOrAHalfOrOneByOneAreBelieved() {
        assertEquals(MassLoss.Change.NONE, look(0, 0, "a", "b"));
        assertEquals(MassLoss.Change.NONE, look(1, 3, "a", "b", "c"));
        assertEquals(MassLoss.Change.NONE, look(50, 2, "a", "b", "c", "d"));
        assertEquals(MassLoss.Change.NONE, look(100, 1, "a", "b", "c", "d", "e"));
        assertEquals(Set.of(), brake.held());
    }

    @Test
    void lossThatLastsIsBelievedAtLastAndCountsAgainOnlyAfterAReturn() {
        look(0, 0, "a", "b", "c");
        assertEquals(Set.of("a", "b", "c"), brake.held());
        assertEquals(MassLoss.Change.NONE, look(600, 0, "a", "b", "c"));
        assertEquals(MassLoss.Change.BELIEVED, look(601, 0, "a", "b", "c"));
        assertEquals(Set.of(), brake.held());
        assertEquals(MassLoss.Change.NONE, look(602, 0, "a", "b", "c"));
        assertEquals(MassLoss.Change.NONE, look(700, 3));
        assertEquals(MassLoss.Change.BEGAN, look(701, 0, "a", "b", "c"));
    }

    /** Fleets that live their lives: what is held was always lost, and no hold outlives its reason. */
    @Test
    void randomFleets() {
        int held = 0;
        for (int seed = 0; seed < 300; seed++) {
            held += life(new Random(seed));
        }
        assertTrue(held > 300, "the lives must have seen holds: " + held);
    }

    private static int life(Random random) {
        MassLoss brake = new MassLoss(Duration.ofSeconds(40), Duration.ofMinutes(10));
        int hives = 1 + random.nextInt(12);
        boolean storms = random.nextBoolean();
        Map<String, Long> lostAt = new HashMap<>();
        long began = -1;
        int holds = 0;
        for (long now = 0; now < 4000; now++) {
            boolean storm = storms && random.nextInt(500) == 0;
            for (int hive = 0; hive < hives; hive++) {
                String id = "h" + hive;
                if (lostAt.containsKey(id) ? random.nextInt(200) == 0 : random.nextInt(storm ? 2 : 2000) == 0) {
                    if (lostAt.remove(id) == null) {
                        lostAt.put(id, now);
                    }
                }
            }
            int up = hives - lostAt.size();
            MassLoss.Change change = brake.look(lostAt.keySet(), up, now * SECOND);
            assertTrue(lostAt.keySet().containsAll(brake.held()), "only what is lost is held");
            switch (change) {
                case BEGAN -> {
                    long at = now;
                    assertTrue(brake.held().size() >= 3 && brake.held().size() > up);
                    assertTrue(
                            brake.held().stream().allMatch(id -> at - lostAt.getOrDefault(id, -1000L) <= 40),
                            "lost together");
                    assertEquals(-1, began);
                    began = now;
                    holds++;
                }
                case HEALED, BELIEVED -> {
                    assertTrue(began >= 0);
                    assertEquals(Set.of(), brake.held());
                    began = -1;
                }
                case NONE -> assertEquals(began >= 0, !brake.held().isEmpty());
            }
            if (began >= 0) {
                assertTrue(now - began <= 600, "no hold lasts longer than ten minutes");
                assertTrue(brake.held().size() > up, "and none longer than most are lost");
            }
        }
        brake.look(Set.of(), hives, 4001 * SECOND);
        assertEquals(Set.of(), brake.held());
        return holds;
    }

    @Test
    void fewAtATimeAreNeverHeld() {
        Random random = new Random(7);
        for (int seed = 0; seed < 100; seed++) {
            MassLoss one = new MassLoss(Duration.ofSeconds(40), Duration.ofMinutes(10));
            Set<String> lost = new TreeSet<>();
            long now = 0;
            for (int i = 0; i < 20; i++) {
                now += 41 + random.nextInt(100);
                lost.add("h" + i);
                assertEquals(MassLoss.Change.NONE, one.look(lost, 20 - i, now * SECOND));
                assertFalse(one.held().contains("h" + i));
            }
        }
    }

    private MassLoss.Change look(long second, int up, String... lost) {
        return brake.look(new TreeSet<>(Arrays.asList(lost)), up, second * SECOND);
    }
}
