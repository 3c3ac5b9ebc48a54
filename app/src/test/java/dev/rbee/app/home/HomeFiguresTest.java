package dev.rbee.app.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.small.Fixtures;
import dev.rbee.app.theme.Tone;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.QueueInfo;
import dev.rbee.contract.events.StatsHistory;
import dev.rbee.contract.events.StatsPoint;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the first page tells, without a window. */
class HomeFiguresTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void fourNumbersWithWhatTheyMean() {
        FleetView view = view(
                List.of(hive("a", HiveState.ONLINE), hive("b", HiveState.OFFLINE)),
                List.of(
                        worker("w1", WorkerState.IDLE),
                        worker("w2", WorkerState.BUSY),
                        worker("w3", WorkerState.LOADING)),
                new FleetStats(2, 5, 7.25, 3, List.of(new QueueInfo("demo", 4, 12.4), new QueueInfo("x", 1, null))),
                List.of());
        assertEquals(new Glance.Number("1", "of 2", "1 not online"), Glance.hives(view));
        assertEquals(new Glance.Number("2", "of 3", "1 loading  ·  1 model installed"), Glance.workers(view));
        assertEquals(new Glance.Number("7.3", "tok/s", "3 requests per minute"), Glance.speed(view));
        assertEquals(new Glance.Number("5", "waiting", "most for demo, about 12 s"), Glance.queue(view));
        FleetView nothing = FleetView.empty(new Link.Connected("http://q"));
        assertEquals(new Glance.Number("0", "", "none yet"), Glance.hives(nothing));
        assertEquals("–", Glance.speed(nothing).value());
    }

    @Test
    void oneProblemForEachThingTheWorstFirst() {
        JobInfo old = job("j1", NOW.minusSeconds(7200));
        JobInfo late = job("j2", NOW.minusSeconds(60));
        FleetView view = view(
                List.of(
                        hive("a", HiveState.ERROR),
                        hive("b", HiveState.SUSPECT),
                        hive("c", HiveState.STOPPED),
                        hive("this-machine", HiveState.ONLINE)),
                List.of(worker("w1", WorkerState.SUSPECT), worker("w2", WorkerState.IDLE)),
                null,
                List.of(new FleetProblem("hive:a", "Hive a cannot be started.", "Look.", NOW.minusSeconds(9), "a")),
                old,
                late);
        List<Trouble> all = Troubles.of(view, NOW);
        assertEquals(
                Set.of("hive:a", "job:j2", "hive:b", "worker:w1"),
                all.stream().map(Trouble::id).collect(Collectors.toSet()));
        assertEquals(
                List.of(Tone.ERROR, Tone.ERROR, Tone.WARN, Tone.WARN),
                all.stream().map(Trouble::tone).toList());
        assertEquals(4, all.size());
        assertEquals("a", all.getFirst().thing());
        assertEquals("hives", all.getFirst().page());
        Trouble download = all.stream()
                .filter(trouble -> trouble.id().equals("job:j2"))
                .findFirst()
                .orElseThrow();
        assertEquals("models", download.page());
        assertEquals("downloads", download.thing());
    }

    @Test
    void historyIsTheQueensUntilSheIsHeardThenWhatComes() {
        SpeedHistory history = new SpeedHistory();
        history.add(NOW, stats(50));
        history.load(new StatsHistory(
                5, List.of(point(NOW.minusSeconds(10), 1), point(NOW.minusSeconds(5), 2), point(NOW, 3))));
        assertEquals(List.of(1.0, 2.0, 3.0), speeds(history));
        history.add(NOW.plusSeconds(1), stats(4));
        history.add(NOW.plusSeconds(2), stats(5));
        assertEquals(List.of(1.0, 2.0, 3.0, 5.0), speeds(history), "the newest one moves on");
        for (int i = 3; i < 2000; i++) {
            history.add(NOW.plusSeconds(i), stats(i));
        }
        int kept = history.points().size();
        assertTrue(kept >= 180 && kept <= 183, "a quarter of an hour is kept: " + kept);
        history.clear();
        assertTrue(history.points().isEmpty());
    }

    @Test
    void memoryIsSharedOutByModel() {
        HiveInfo hive = hive("this-machine", HiveState.ONLINE);
        List<WorkerInfo> workers = List.of(worker("w1", WorkerState.IDLE), worker("w2", WorkerState.IDLE));
        List<Pool> pools = Pool.of(hive, workers);
        assertEquals(2, pools.size());
        assertTrue(pools.getFirst().video());
        Pool ram = pools.getLast();
        assertEquals(List.of(new Pool.Part("demo", 2 * 1_340_000_000L)), ram.models());
        assertEquals(ram.total(), ram.free() + ram.other() + 2 * 1_340_000_000L);
    }

    @Test
    void manyHivesAreTheFullestOnes() {
        List<HiveInfo> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(hive("h" + i, i % 2 == 0 ? HiveState.OFFLINE : HiveState.ONLINE));
        }
        List<HiveInfo> some = Fullest.of(many, 6);
        assertEquals(6, some.size());
        assertTrue(some.stream().allMatch(HiveInfo::online));
        assertEquals(many.subList(0, 3), Fullest.of(many.subList(0, 3), 6));
    }

    @Test
    void axesEndInRoundNumbers() {
        assertEquals(2, Scale.top(0));
        assertEquals(4, Scale.top(2.1));
        assertEquals(200, Scale.top(112));
        assertEquals(1000, Scale.top(1000));
        assertEquals("1k", Scale.words(1000));
        assertEquals("2.5k", Scale.words(2500));
    }

    @Test
    void examplesCarryTheKeyOnlyWhenTheyAreCopied() {
        List<Snippets.Snippet> all = Snippets.of("http://127.0.0.1:7833/v1", "demo");
        assertEquals(4, all.size());
        for (Snippets.Snippet snippet : all) {
            assertFalse(snippet.text().contains("rbee_"), snippet.id());
            assertTrue(snippet.with("rbee_secret").contains("rbee_secret"), snippet.id());
            assertFalse(snippet.with("rbee_secret").contains(Snippets.KEY), snippet.id());
            assertTrue(snippet.text().contains("http://127.0.0.1:7833/v1"), snippet.id());
        }
    }

    private static List<Double> speeds(SpeedHistory history) {
        return history.points().stream().map(StatsPoint::tokensPerSecond).toList();
    }

    private static StatsPoint point(Instant at, double speed) {
        return new StatsPoint(at, speed, 0, 0, 0);
    }

    private static FleetStats stats(double speed) {
        return new FleetStats(0, 0, speed, 0, List.of());
    }

    private static HiveInfo hive(String id, HiveState state) {
        return Fixtures.hive(id, state, 0);
    }

    private static WorkerInfo worker(String id, WorkerState state) {
        return Fixtures.worker(id, "demo", state, 1, 1, "http://w");
    }

    private static JobInfo job(String id, Instant ended) {
        return new JobInfo(
                id,
                "pull",
                "Download x",
                JobState.FAILED,
                ended.minusSeconds(9),
                ended,
                null,
                null,
                null,
                Problem.of(ProblemCode.OFFLINE, "The hub cannot be reached.", null));
    }

    private static FleetView view(
            List<HiveInfo> hives,
            List<WorkerInfo> workers,
            @Nullable FleetStats stats,
            List<FleetProblem> problems,
            JobInfo... jobs) {
        Map<String, HiveInfo> byHive = new LinkedHashMap<>();
        hives.forEach(hive -> byHive.put(hive.id(), hive));
        Map<String, WorkerInfo> byWorker = new LinkedHashMap<>();
        workers.forEach(worker -> byWorker.put(worker.id(), worker));
        Map<String, JobInfo> byJob = new LinkedHashMap<>();
        for (JobInfo job : jobs) {
            byJob.put(job.jobId(), job);
        }
        return new FleetView(new Link.Connected("http://q"), byHive, byWorker, byJob, stats, problems, false);
    }
}
