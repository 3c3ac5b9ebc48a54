package dev.rbee.service.queen.spawn;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerIdentity;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.service.hive.SpawnFields;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.inference.Spawner;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts workers as jobs: chooses the hive, spawns there, and is done when the worker itself says that it is ready. Thread-safe. */
public final class Spawns implements Spawner {
    private static final Logger LOG = LoggerFactory.getLogger(Spawns.class);

    private final Supplier<List<HiveInfo>> hives;
    private final HiveCalls calls;
    private final Function<HiveInfo, Optional<WorkerIdentity>> identities;
    private final JobStore jobs;
    private final SpawnWait wait;
    private final Map<String, CompletableFuture<String>> running = new ConcurrentHashMap<>();

    /**
     * {@code hives} must not block; {@code arrivals} has to be told of the registry's changes.
     *
     * @param identities a new one for a worker on a linked hive, which cannot make it itself; empty for other hives
     */
    public Spawns(
            Supplier<List<HiveInfo>> hives,
            HiveCalls calls,
            Function<HiveInfo, Optional<WorkerIdentity>> identities,
            JobStore jobs,
            WorkerLists workers,
            Arrivals arrivals) {
        this.hives = hives;
        this.calls = calls;
        this.identities = identities;
        this.jobs = jobs;
        this.wait = new SpawnWait(workers, arrivals);
    }

    /** Starts the job that spawns. Throws {@link ProblemException} for what can be known at once to be wrong. */
    public JobInfo spawn(SpawnWorker request) {
        String model = SpawnFields.check(request);
        var _ = place(model, request.hive()); // known at once to be wrong: an unknown hive, an unknown model
        return jobs.create("spawn", title(model, request.hive()), job -> run(job, request, model, false));
    }

    @Override
    public Optional<CompletableFuture<String>> ensure(String model, @Nullable String node) {
        CompletableFuture<String> fresh = new CompletableFuture<>();
        String key = ModelNames.key(model) + "\n" + (node == null ? "" : node);
        CompletableFuture<String> other = running.putIfAbsent(key, fresh);
        if (other != null) {
            return Optional.of(other);
        }
        boolean started = false;
        try {
            if (Placement.best(hives.get(), model, node).isEmpty()) {
                return Optional.empty();
            }
            SpawnWorker request = new SpawnWorker(model, node, null, null, null, null, null, null);
            var _ = jobs.create("spawn", title(model, node), job -> {
                try {
                    WorkerInfo worker = run(job, request, model, true);
                    end(key, () -> fresh.complete(worker.id()));
                    return worker;
                } catch (Exception | Error e) { // whoever waits has to hear of any end
                    end(key, () -> fresh.completeExceptionally(e));
                    throw e;
                }
            });
            started = true;
            return Optional.of(fresh);
        } catch (ProblemException e) {
            fresh.completeExceptionally(e);
            started = true;
            running.remove(key);
            return Optional.of(fresh);
        } finally {
            if (!started) {
                end(key, () -> fresh.cancel(false));
            }
        }
    }

    private void end(String key, Runnable outcome) {
        running.remove(key);
        outcome.run();
    }

    private static String title(String model, @Nullable String hive) {
        return "Start a worker for " + model + (hive == null ? "" : " on " + hive);
    }

    private WorkerInfo run(JobContext job, SpawnWorker request, String model, boolean adopt)
            throws InterruptedException {
        job.progress(0.02, "choosing a hive");
        HiveInfo hive = place(model, request.hive());
        HiveClient client = calls.to(hive);
        if (adopt) {
            Optional<WorkerProcess> there = present(client, model);
            if (there.isPresent()) {
                job.log("A worker of this model is starting on hive " + hive.id() + " already.");
                return wait.until(job, client, there.get().workerId());
            }
        }
        job.progress(0.1, "starting a worker on hive " + hive.id());
        String spawnId = request.spawnId() == null ? job.jobId() : request.spawnId();
        SpawnWorker order = new SpawnWorker(
                model,
                null,
                request.backend(),
                request.device(),
                request.ctx(),
                request.slots(),
                spawnId,
                request.threads(),
                identities.apply(hive).orElse(null),
                request.options());
        job.onCancel(() -> Thread.ofVirtual().name("rbee-unspawn").start(() -> takeBack(client, order)));
        return wait.until(job, client, client.spawn(order).workerId());
    }

    /** The same spawn id gives the same worker, so that also one whose id never came back can be stopped. */
    private static void takeBack(HiveClient client, SpawnWorker order) {
        try {
            SpawnWait.stop(client, client.spawn(order).workerId());
        } catch (ProblemException e) {
            LOG.debug("model={} spawn={} left nothing to stop: {}", order.model(), order.spawnId(), e.getMessage());
        }
    }

    private HiveInfo place(String model, @Nullable String wanted) {
        List<HiveInfo> all = hives.get();
        Optional<HiveInfo> known = Placement.best(all, model, wanted);
        if (known.isPresent()) {
            return known.get();
        }
        for (HiveInfo hive : Placement.usable(all, wanted)) {
            if (calls.to(hive).models().stream().anyMatch(entry -> ModelNames.same(entry.id(), model))) {
                return hive;
            }
        }
        throw new ProblemException(new Problem(
                ProblemCode.MODEL_NOT_FOUND,
                wanted == null
                        ? "No hive that is online has model \"" + model + "\"."
                        : "Hive " + wanted + " has no model \"" + model + "\".",
                "model",
                "Known are: " + String.join(", ", names(all)) + ".",
                null));
    }

    private static List<String> names(List<HiveInfo> hives) {
        return new HiveModels(() -> hives)
                .installed().stream()
                        .map(ModelEntry::id)
                        .distinct()
                        .sorted()
                        .limit(20)
                        .toList();
    }

    /** A process of that model which is on its way, or comes back by itself. */
    private static Optional<WorkerProcess> present(HiveClient client, String model) {
        return client.workers().stream()
                .filter(process -> ModelNames.same(process.model(), model))
                .filter(process -> process.state() == ProcessState.RUNNING || process.state() == ProcessState.WAITING)
                .findFirst();
    }
}
