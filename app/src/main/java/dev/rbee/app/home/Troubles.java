package dev.rbee.app.home;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.theme.Tone;
import dev.rbee.app.words.Words;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong now: what the queen says, hives and workers that do not work, jobs that failed lately. Pure. */
final class Troubles {
    private static final Words WORDS = Words.of(Troubles.class);
    private static final Duration LATELY = Duration.ofMinutes(30);

    private Troubles() {}

    /** Worst first, then the newest; at most one for a hive or worker. */
    static List<Trouble> of(FleetView view, Instant now) {
        List<Trouble> all = new ArrayList<>();
        Set<String> about = new HashSet<>();
        for (FleetProblem problem : view.problems()) {
            all.add(said(problem, view));
            String thing = problem.about();
            if (thing != null) {
                about.add(thing);
            }
        }
        for (HiveInfo hive : view.hives().values()) {
            Tone tone = tone(hive.status());
            if (tone != null && about.add(hive.id())) {
                all.add(hive(hive, tone));
            }
        }
        for (WorkerInfo worker : view.workers().values()) {
            boolean bad = worker.state() == WorkerState.SUSPECT || worker.state() == WorkerState.OFFLINE;
            if (bad && !about.contains(worker.nodeName()) && about.add(worker.id())) {
                all.add(worker(worker));
            }
        }
        for (JobInfo job : view.jobs().values()) {
            Instant ended = job.endedAt();
            Problem error = job.error();
            if (job.state() == JobState.FAILED && ended != null && error != null && ended.isAfter(now.minus(LATELY))) {
                all.add(job(job, ended, error));
            }
        }
        all.sort(Comparator.comparing((Trouble trouble) -> trouble.tone() != Tone.ERROR)
                .thenComparing(Trouble::since, Comparator.reverseOrder()));
        return all;
    }

    private static Trouble said(FleetProblem problem, FleetView view) {
        String about = problem.about();
        if (about != null && view.workers().containsKey(about)) {
            return new Trouble(
                    problem.id(),
                    Tone.ERROR,
                    problem.message(),
                    problem.hint(),
                    problem.since(),
                    worker(),
                    "workers",
                    about);
        }
        if (problem.id().equals("database")) {
            return new Trouble(
                    problem.id(),
                    Tone.WARN,
                    problem.message(),
                    problem.hint(),
                    problem.since(),
                    WORDS.get("go.tokens"),
                    "settings",
                    "tokens");
        }
        return new Trouble(
                problem.id(), Tone.ERROR, problem.message(), problem.hint(), problem.since(), hive(), "hives", about);
    }

    private static @Nullable Tone tone(HiveState state) {
        return switch (state) {
            case ERROR, OFFLINE -> Tone.ERROR;
            case DEGRADED, SUSPECT -> Tone.WARN;
            case UNKNOWN, STARTING, ONLINE, DRAINING, STOPPED -> null;
        };
    }

    private static Trouble hive(HiveInfo hive, Tone tone) {
        String what = WORDS.get("hive." + hive.status().wire(), hive.id());
        String why = hive.message();
        return new Trouble("hive:" + hive.id(), tone, what, why, hive.since(), hive(), "hives", hive.id());
    }

    private static Trouble worker(WorkerInfo worker) {
        return new Trouble(
                "worker:" + worker.id(),
                worker.state() == WorkerState.OFFLINE ? Tone.ERROR : Tone.WARN,
                WORDS.get("worker." + worker.state().wire(), worker.modelRef(), worker.nodeName()),
                null,
                worker.since(),
                worker(),
                "workers",
                worker.id());
    }

    private static Trouble job(JobInfo job, Instant ended, Problem error) {
        boolean pull = job.kind().equals("pull");
        boolean machine = job.kind().startsWith("hive") || job.kind().startsWith("node");
        return new Trouble(
                "job:" + job.jobId(),
                Tone.ERROR,
                WORDS.get("job.failed", job.title(), error.message()),
                error.hint(),
                ended,
                pull ? WORDS.get("go.downloads") : machine ? hive() : WORDS.get("go.logs"),
                pull ? "models" : machine ? "hives" : "activity",
                pull ? "downloads" : machine ? null : "logs");
    }

    private static String hive() {
        return WORDS.get("go.hive");
    }

    private static String worker() {
        return WORDS.get("go.worker");
    }
}
