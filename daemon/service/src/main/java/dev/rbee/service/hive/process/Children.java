package dev.rbee.service.hive.process;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of a supervisor. Everything but {@link #processes}, {@link #announcements} and {@link #log} belongs to its thread. */
final class Children {
    private static final int ENDED_KEPT = 16;

    private final SupervisorParts parts;
    private final Map<String, Child> table = new LinkedHashMap<>();
    private final Map<String, LogRing> logs = new ConcurrentHashMap<>();
    private final List<Runnable> replies = new ArrayList<>();
    private final List<CompletableFuture<List<WorkerProcess>>> emptied = new ArrayList<>();
    private final SpawnIds spawnIds = new SpawnIds();
    private final CrashLedger ledger;
    private final Starts starts;
    private final Ends ends;
    private final Stops stops;
    private volatile List<WorkerProcess> snapshot = List.of();
    private Map<String, Phase> shown = Map.of();
    private volatile List<Runnable> announcements = List.of();
    private volatile Set<Path> programs = Set.of();
    private boolean refusing;

    Children(SupervisorParts parts, Consumer<Order> post) {
        this.parts = parts;
        this.ledger = new CrashLedger(parts.policy());
        this.ends = new Ends(parts, ledger, replies::add);
        this.starts = new Starts(parts, post, ends);
        this.stops = new Stops(parts, ledger, replies::add);
    }

    void handle(Order order) {
        switch (order) {
            case Order.Spawn spawn -> spawn(spawn);
            case Order.Stop stop -> stop(stop);
            case Order.StopAll all -> stopAll(all);
            case Order.Ready ready ->
                current(ready.workerId(), ready.run()).ifPresent(c -> starts.ready(c, ready.port()));
            case Order.Complaint said ->
                current(said.workerId(), said.run()).ifPresent(c -> c.complaint = Complaints.parse(said.json()));
            case Order.Loaded loaded -> current(loaded.workerId(), loaded.run()).ifPresent(this::loaded);
            case Order.Ended ended -> current(ended.workerId(), ended.run()).ifPresent(c -> ended(c, ended.exitCode()));
            case Order.Look look -> {}
            case Order.Close close -> {}
        }
    }

    /** Nanoseconds until something is due, at least 0. */
    long untilDue() {
        long now = parts.nanos().getAsLong();
        long next = Long.MAX_VALUE;
        for (Child child : table.values()) {
            if (child.due != Child.NEVER) {
                next = Math.min(next, Math.max(0, child.due - now));
            }
        }
        return next;
    }

    void checkDeadlines() {
        long now = parts.nanos().getAsLong();
        for (Child child : List.copyOf(table.values())) {
            if (child.due != Child.NEVER && now - child.due >= 0) {
                due(child);
            }
        }
    }

    private void due(Child child) {
        switch (child.phase) {
            case STARTING -> stops.startOverdue(child);
            case LOADING -> {
                child.due = Child.NEVER;
                replies.add(child.spawned());
            }
            case DRAINING -> stops.terminate(child, "did not finish in time, stopping it");
            case TERMINATING -> stops.kill(child);
            case WAITING -> {
                child.restarts++;
                starts.start(child, takenPorts());
            }
            case OVERDUE, UP, KILLING, QUARANTINED, EXITED -> child.due = Child.NEVER;
        }
    }

    private void spawn(Order.Spawn order) {
        WorkerPlan plan = order.plan();
        if (spawnIds.seen(order.spawnId(), order.reply())) {
            return;
        }
        Problem no = refusal(plan);
        if (no != null) {
            replies.add(() -> order.reply().completeExceptionally(new ProblemException(no)));
            return;
        }
        ChildLog log = new ChildLog(parts.logs(), plan.workerId(), parts.clock());
        Child child = new Child(plan, log, parts.clock().instant());
        child.spawning.add(order.reply());
        logs.put(plan.workerId(), log.ring());
        table.put(plan.workerId(), child);
        starts.start(child, takenPorts());
    }

    private @Nullable Problem refusal(WorkerPlan plan) {
        if (refusing) {
            return Problem.of(ProblemCode.DRAINING, "This hive is ending.", "Start it again, or ask another one.");
        }
        if (table.containsKey(plan.workerId())) {
            return Problem.of(ProblemCode.ALREADY_EXISTS, "There is a worker " + plan.workerId() + ".", null);
        }
        long now = parts.nanos().getAsLong();
        if (!ledger.quarantined(plan.model(), now)) {
            return null;
        }
        String id = table.values().stream()
                .filter(c -> c.phase == Phase.QUARANTINED && c.plan.model().equals(plan.model()))
                .map(Child::id)
                .findFirst()
                .orElse("");
        return Complaints.quarantined(plan.model(), id, parts.policy(), ledger.remaining(plan.model(), now));
    }

    private void stop(Order.Stop order) {
        Child child = table.get(order.workerId());
        if (child == null) {
            replies.add(() -> order.reply().completeExceptionally(Complaints.unknownWorker(order.workerId())));
            return;
        }
        child.stopping.add(order.reply());
        boolean wasQuarantined = child.phase == Phase.QUARANTINED;
        stops.stop(child, order.drain());
        if (wasQuarantined) {
            table.values().stream()
                    .filter(c -> c.phase == Phase.QUARANTINED && c.plan.model().equals(child.plan.model()))
                    .forEach(c -> c.enter(Phase.EXITED, Child.NEVER, "released from quarantine"));
        }
    }

    private void stopAll(Order.StopAll order) {
        refusing = true;
        emptied.add(order.reply());
        List.copyOf(table.values()).forEach(c -> {
            if (c.phase != Phase.EXITED) {
                stops.stop(c, order.drain());
            }
        });
    }

    private void loaded(Child child) {
        if (child.phase == Phase.LOADING) {
            child.served = true;
            child.enter(Phase.UP, Child.NEVER, null);
            replies.add(child.spawned());
        }
    }

    private void ended(Child child, int exitCode) {
        if (ends.ended(child, exitCode) == EndRule.PORT_LOST) {
            starts.start(child, takenPorts());
        }
    }

    private Optional<Child> current(String workerId, int run) {
        return Optional.ofNullable(table.get(workerId)).filter(c -> c.run == run);
    }

    private Set<Integer> takenPorts() {
        return table.values().stream()
                .filter(c -> c.phase.alive())
                .map(c -> c.port)
                .collect(Collectors.toSet());
    }

    /** Programs of engines that workers run, or will again; from any thread. */
    Set<Path> programs() {
        return programs;
    }

    /** Shows the state, then answers: whoever was answered finds what the answer says. */
    void publish() {
        forgetOld();
        long now = parts.nanos().getAsLong();
        snapshot = table.values().stream().map(c -> c.snapshot(now)).toList();
        starts.record(table.values());
        programs = EnginePrograms.running(table.values());
        tellChange();
        if (!emptied.isEmpty() && table.values().stream().noneMatch(c -> c.phase.alive())) {
            List<WorkerProcess> last = snapshot;
            List.copyOf(emptied).forEach(f -> replies.add(() -> f.complete(last)));
            emptied.clear();
        }
        List<Runnable> answers = List.copyOf(replies);
        replies.clear();
        answers.forEach(Runnable::run);
    }

    private void tellChange() {
        Map<String, Phase> now = table.values().stream().collect(Collectors.toMap(Child::id, c -> c.phase));
        if (!now.equals(shown)) {
            shown = now;
            announcements = table.values().stream()
                    .filter(c -> c.phase == Phase.UP || c.phase == Phase.LOADING || c.phase == Phase.DRAINING)
                    .map(c -> Announce.of(parts.door(), c.plan, c.port))
                    .toList();
            parts.changed().run();
        }
    }

    private void forgetOld() {
        List<Child> ended =
                table.values().stream().filter(c -> c.phase == Phase.EXITED).toList();
        int tooMany = ended.size() - ENDED_KEPT;
        for (int i = 0; i < ended.size(); i++) {
            if (i < tooMany || ended.get(i).forgotten) {
                table.remove(ended.get(i).id());
                logs.remove(ended.get(i).id());
            }
        }
    }

    void killAll() {
        for (Child child : table.values()) {
            stops.killNow(child);
        }
        emptied.forEach(f -> replies.add(() -> f.complete(List.of())));
        emptied.clear();
    }

    /** One for each worker that serves; each blocks for some seconds at most. */
    List<Runnable> announcements() {
        return announcements;
    }

    List<WorkerProcess> processes() {
        return snapshot;
    }

    Optional<LogRing> log(String workerId) {
        return Optional.ofNullable(logs.get(workerId));
    }
}
