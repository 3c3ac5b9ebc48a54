package dev.rbee.service.queen.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveHeart;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.events.FleetFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Most hives are lost at once: the registry doubts itself, not them. */
class HeldHivesTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
    private final Feed feed = new Feed();
    private final HiveRegistry hives = new HiveRegistry(
            () -> Instant.EPOCH.plusNanos(nanos.get()), nanos::get, new Random(1), HiveLimits.DEFAULT, feed);
    private long seq;

    @Test
    void mostSilentAtOnceStaySuspectAndComeBack() {
        List<String> all = register(5);
        List<String> cut = all.subList(0, 4);
        pass(80, all.getLast());
        assertEquals(Set.copyOf(cut), hives.held());
        FleetProblem problem = Objects.requireNonNull(feed.problems.get("mass_loss"));
        assertTrue(problem.message().startsWith("4 of 5 hives were lost at once (h0, h1, h2, h3)"), problem.message());
        pass(300, all.getLast());
        cut.forEach(id -> assertEquals(HiveState.SUSPECT, hives.get(id).status()));
        beat("h0");
        beat("h1");
        pass(1, all.getLast());
        assertEquals(Set.of(), hives.held());
        assertEquals(Map.of(), feed.problems);
        pass(60, "h0", "h1", all.getLast());
        assertEquals(HiveState.SUSPECT, hives.get("h2").status(), "a full term of grace after it");
        pass(31, "h0", "h1", all.getLast());
        assertEquals(HiveState.OFFLINE, hives.get("h2").status());
        assertEquals(HiveState.ONLINE, hives.get("h0").status());
    }

    @Test
    void lossIsBelievedAfterTenMinutes() {
        register(3);
        pass(640);
        assertEquals(3, hives.held().size());
        pass(20);
        assertEquals(Set.of(), hives.held());
        assertEquals(Map.of(), feed.problems);
        assertEquals(HiveState.OFFLINE, hives.get("h1").status());
    }

    @Test
    void brokenConnectionsCountAtOnce() {
        List<String> all = register(4);
        all.subList(0, 3).forEach(id -> hives.unreachable(id, "connection lost"));
        pass(1, "h3");
        assertEquals(3, hives.held().size());
    }

    @Test
    void halfOfThemGoOfflineAsEver() {
        List<String> all = register(4);
        pass(91, all.get(2), all.get(3));
        assertEquals(HiveState.OFFLINE, hives.get("h0").status());
        assertEquals(Map.of(), feed.problems);
    }

    @Test
    void stoppedOnesAreNotLost() {
        List<String> all = register(6);
        all.subList(0, 4).forEach(id -> hives.state(id, HiveState.STOPPED, "stopped on request"));
        pass(60, all.get(4), all.get(5));
        assertEquals(Set.of(), hives.held());
    }

    private List<String> register(int many) {
        List<String> ids = IntStream.range(0, many).mapToObj(i -> "h" + i).toList();
        ids.forEach(id -> hives.register(new RegisterHive(id, "127.0.0.1", 7835, null, "0.1.0", 42L, 5L, null)));
        return ids;
    }

    private void beat(String id) {
        hives.beat(new HiveHeart(id, null, null, null, null, null, null, null, null, null, 5L, seq++));
    }

    private void pass(int seconds, String... beating) {
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            for (String id : beating) {
                beat(id);
            }
            hives.tick();
        }
    }

    /** Keeps the problems that stand. */
    private static final class Feed implements FleetFeed {
        final Map<String, FleetProblem> problems = new HashMap<>();

        @Override
        public void problem(FleetProblem problem) {
            problems.put(problem.id(), problem);
        }

        @Override
        public void problemGone(String id) {
            problems.remove(id);
        }

        @Override
        public void worker(WorkerInfo worker) {}

        @Override
        public void workerGone(String id, String reason) {}

        @Override
        public void hive(HiveInfo hive) {}

        @Override
        public void hiveGone(String id, String reason) {}

        @Override
        public void job(JobInfo job) {}
    }
}
