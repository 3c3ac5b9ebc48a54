package dev.rbee.app.live;

import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one owner of what is known of the fleet: takes events from any thread, hands out immutable views. */
public final class Mirror {
    /** How often at most it is shown, while it changes all the time: faster than an eye reads figures. */
    public static final Duration PACE = Duration.ofMillis(100);

    private final Known<HiveInfo> hives = new Known<>();
    private final Known<WorkerInfo> workers = new Known<>();
    private final Map<String, JobInfo> jobs = new LinkedHashMap<>();
    private final Map<String, FleetProblem> problems = new LinkedHashMap<>();
    private @Nullable FleetStats stats;
    private Link link;
    private boolean registry;

    /** Knows nothing but how it stands. */
    public Mirror(Link link) {
        this.link = link;
    }

    /** How the application stands with the queen from now on; what is known stays. */
    public synchronized void link(Link now) {
        link = now;
        if (now instanceof Link.Connected) {
            registry = false;
        }
    }

    /** Nothing is known any more. */
    public synchronized void clear() {
        fill(List.of(), List.of());
        jobs.clear();
        problems.clear();
        stats = null;
        registry = false;
    }

    /** All of it anew, from the queen. */
    public synchronized void reset(FleetSnapshot snapshot) {
        fill(snapshot.hives(), snapshot.workers());
        jobs.clear();
        snapshot.jobs().forEach(job -> jobs.put(job.jobId(), job));
        problems.clear();
        snapshot.problems().forEach(problem -> problems.put(problem.id(), problem));
        stats = snapshot.stats();
        registry = false;
    }

    /** Hives and workers as the registry lists them, while the queen is away; what only she knew stays. */
    public synchronized void registry(List<HiveInfo> knownHives, List<WorkerInfo> knownWorkers) {
        fill(Merge.hives(hives.view().values(), knownHives), Merge.workers(workers.view(), knownWorkers));
        registry = true;
    }

    /** One change. An event this version does not know changes nothing. */
    public synchronized void apply(FleetEvent event) {
        switch (event.type()) {
            case "worker" -> put(workers::put, event.worker(), WorkerInfo::id);
            case "hive" -> put(hives::put, event.hive(), HiveInfo::id);
            case "job" -> put(jobs::put, event.job(), JobInfo::jobId);
            case "problem" -> put(problems::put, event.problem(), FleetProblem::id);
            case "worker_gone" -> workers.remove(Objects.requireNonNullElse(event.id(), ""));
            case "hive_gone" -> hives.remove(Objects.requireNonNullElse(event.id(), ""));
            case "problem_gone" -> problems.remove(Objects.requireNonNullElse(event.id(), ""));
            case "stats" -> stats = event.stats();
            default -> {}
        }
    }

    /** What is known now. */
    public synchronized FleetView view() {
        return new FleetView(
                link,
                hives.view(),
                workers.view(),
                Collections.unmodifiableMap(new LinkedHashMap<>(jobs)),
                stats,
                List.copyOf(problems.values()),
                registry);
    }

    /** What is known now, and what of it changed since this was asked last: for the one who shows it. */
    public synchronized FleetNews take() {
        return new FleetNews(view(), hives.take(), workers.take());
    }

    private void fill(List<HiveInfo> allHives, List<WorkerInfo> allWorkers) {
        hives.fill(byId(allHives, HiveInfo::id));
        workers.fill(byId(allWorkers, WorkerInfo::id));
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(id.apply(one), one));
        return map;
    }

    private static <T> void put(BiConsumer<String, T> into, @Nullable T value, Function<T, String> id) {
        if (value != null) {
            into.accept(id.apply(value), value);
        }
    }
}
