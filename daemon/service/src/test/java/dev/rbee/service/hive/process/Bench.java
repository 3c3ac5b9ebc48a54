package dev.rbee.service.hive.process;

import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.service.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A supervisor over real child processes with bad habits, on a clock that runs and can be put forward. */
final class Bench implements AutoCloseable {
    final Path folder;
    final List<WorkerEnd> ends = new CopyOnWriteArrayList<>();
    final AtomicLong ahead = new AtomicLong();
    final Leftovers leftovers;
    final Supervisor supervisor;
    private final AtomicInteger ids = new AtomicInteger();

    Bench(Path folder, PortRange range) {
        this(
                folder,
                range,
                new SupervisorParts.Timings(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofMillis(400)));
    }

    Bench(Path folder, PortRange range, SupervisorParts.Timings timings) {
        this.folder = folder;
        this.leftovers = new Leftovers(folder.resolve("workers.json"));
        Launcher launcher = new ProcessLauncher(
                new JavaWorkerCommand(Installation.current(), List.of(), BadChild.class.getName()),
                Bench::config,
                ChildEnvironment.forWorker(Map.of("PATH", "/usr/bin:/bin", "SECRET_TOKEN", "canary")),
                folder,
                () -> "nonce" + ids.incrementAndGet());
        this.supervisor = Supervisor.start(new SupervisorParts(
                launcher,
                new LineDoor(),
                new Ports(range),
                leftovers,
                folder,
                RestartPolicy.STANDARD,
                timings,
                ends::add,
                () -> {},
                InstantSource.system(),
                () -> System.nanoTime() + ahead.get()));
    }

    private static WorkerConfig config(WorkerPlan plan, int port) {
        return new WorkerConfig(
                plan.workerId(),
                "hive-1",
                plan.model(),
                plan.file().toString(),
                "127.0.0.1",
                port,
                plan.ctx(),
                plan.slots(),
                plan.threads(),
                "key",
                "fingerprint",
                List.of(),
                null,
                null);
    }

    WorkerPlan plan(String id, String model, String habits) throws IOException {
        Path file = Files.writeString(folder.resolve(model + ".habits"), habits.replace(' ', '\n'));
        return new WorkerPlan(id, model, file, 512, 1, null);
    }

    CompletableFuture<SpawnedWorker> spawn(String id, String model, String habits) throws IOException {
        return supervisor.spawn(plan(id, model, habits), null);
    }

    WorkerProcess process(String id) {
        return supervisor.processes().stream()
                .filter(p -> p.workerId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void forward(Duration time) {
        ahead.addAndGet(time.toNanos());
        supervisor.look();
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
