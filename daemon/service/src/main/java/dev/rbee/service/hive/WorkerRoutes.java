package dev.rbee.service.hive;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.hive.process.Supervisor;
import dev.rbee.service.hive.process.WorkerPlan;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** {@code /v1/workers} of a hive. */
final class WorkerRoutes {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);
    private static final long LONGEST_MS = 600_000;

    private final Supervisor supervisor;
    private final SpawnCheck check;
    private final BooleanSupplier draining;
    private final Duration usualDrain;

    WorkerRoutes(Supervisor supervisor, SpawnCheck check, BooleanSupplier draining, Duration usualDrain) {
        this.supervisor = supervisor;
        this.check = check;
        this.draining = draining;
        this.usualDrain = usualDrain;
    }

    void on(Routes routes) {
        routes.post("/v1/workers/spawn", this::spawn)
                .get("/v1/workers", x -> x.json(200, supervisor.processes()))
                .delete("/v1/workers/{id}", this::stop)
                .get("/v1/workers/{id}/logs", new LogRoute(supervisor));
    }

    private void spawn(Exchange x) throws InterruptedException {
        SpawnWorker request = x.body(SpawnWorker.class);
        if (draining.getAsBoolean()) {
            throw ProblemException.of(
                    ProblemCode.DRAINING, "This hive takes no new work.", "Resume it, or choose another hive.");
        }
        WorkerPlan plan = check.plan(request);
        try {
            x.json(200, supervisor.spawn(plan, request.spawnId()).get());
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    /** 200 with the last state once it has ended; 202 with the present one where that takes longer. */
    private void stop(Exchange x) throws InterruptedException {
        Duration drain = millis(x, "drain_ms", usualDrain);
        Duration wait = millis(x, "wait_ms", USUAL_WAIT);
        String id = x.path("id");
        CompletableFuture<WorkerProcess> stopped = supervisor.stop(id, drain);
        try {
            x.json(200, stopped.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            x.json(
                    202,
                    supervisor.processes().stream()
                            .filter(p -> p.workerId().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("worker " + id + " vanished")));
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    static Duration millis(Exchange x, String name, Duration usual) {
        String text = x.query(name).orElse("");
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) > LONGEST_MS) {
            throw new ProblemException(Problem.field(
                    name, "\"" + name + "\" is no number from 0 to " + LONGEST_MS + ".", "Send milliseconds."));
        }
        return Duration.ofMillis(Long.parseLong(text));
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
    }
}
