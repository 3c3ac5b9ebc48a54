package dev.rbee.service.queen.spawn;

import dev.rbee.client.HiveClient;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerOptions;
import dev.rbee.service.hive.SpawnFields;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.queen.inference.Spawner;
import dev.rbee.service.queen.models.Aliases;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.settings.DeclaredModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts workers as jobs: finds the place, has the model brought there, spawns, and is done when the worker itself says that it is ready.
 * Thread-safe.
 */
public final class Spawns implements Spawner {
    private static final Logger LOG = LoggerFactory.getLogger(Spawns.class);

    private final SpawnParts parts;
    private final Known known;
    private final SpawnWait wait;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /** A worker that requests wait for. */
    private record Running(CompletableFuture<String> ready, CompletableFuture<String> job) {}

    /** Of these parts. */
    public Spawns(SpawnParts parts) {
        this.parts = parts;
        this.known = new Known(parts);
        this.wait = new SpawnWait(parts.workers(), parts.arrivals());
    }

    /** Starts the job that spawns. Throws {@link ProblemException} for what can be known at once to be wrong. */
    public JobInfo spawn(SpawnWorker request) {
        String model = canonical(SpawnFields.check(request));
        SpawnWorker order = parts.declared().completed(request, model, 0);
        List<HiveInfo> all = parts.hives().get();
        List<HiveInfo> usable = Placement.usable(all, order.hive());
        boolean there = usable.stream().anyMatch(hive -> Placement.entry(hive, model) != null);
        if (!there
                && !parts.provider().offers(model)
                && known.unlisted(usable, model).isEmpty()) {
            throw known.missing(all, model, order.hive());
        }
        return parts.jobs().create("spawn", title(model, order.hive()), job -> run(job, order, model, false));
    }

    @Override
    public Optional<CompletableFuture<String>> ensure(String asked, @Nullable String node) {
        String model = canonical(asked);
        Running fresh = new Running(new CompletableFuture<>(), new CompletableFuture<>());
        String key = key(model, node);
        running.computeIfPresent(key, (k, was) -> over(was) ? null : was);
        Running other = running.putIfAbsent(key, fresh);
        if (other != null) {
            return Optional.of(other.ready());
        }
        boolean started = false;
        try {
            SpawnWorker order = parts.declared()
                    .completed(new SpawnWorker(model, node, null, null, null, null, null, null), model, parts.idleS());
            if (!possible(model, order.hive())) {
                return Optional.empty();
            }
            JobInfo created = parts.jobs().create("spawn", title(model, order.hive()), job -> {
                try {
                    WorkerInfo worker = run(job, order, model, true);
                    end(key, () -> fresh.ready().complete(worker.id()));
                    return worker;
                } catch (Exception | Error e) { // whoever waits has to hear of any end
                    end(key, () -> fresh.ready().completeExceptionally(e));
                    throw e;
                }
            });
            fresh.job().complete(created.jobId());
            started = true;
            return Optional.of(fresh.ready());
        } catch (ProblemException e) {
            fresh.ready().completeExceptionally(e);
            started = true;
            running.remove(key);
            return Optional.of(fresh.ready());
        } finally {
            if (!started) {
                end(key, () -> fresh.ready().cancel(false));
            }
        }
    }

    @Override
    public Optional<Doing> doing(String model, @Nullable String node) {
        Running now = running.get(key(canonical(model), node));
        String job = now == null ? null : now.job().getNow("");
        if (job == null || job.isEmpty()) {
            return Optional.empty();
        }
        try {
            JobInfo info = parts.jobs().get(job);
            return info.state() == JobState.RUNNING && info.message() != null
                    ? Optional.of(new Doing(info.message(), info.progress(), info.transfer() != null))
                    : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /** Its job ended without a word: it was cancelled before it began. */
    private boolean over(Running was) {
        String job = was.job().getNow("");
        try {
            boolean ended = !job.isEmpty() && parts.jobs().get(job).state() != JobState.RUNNING;
            if (ended) {
                was.ready().cancel(false);
            }
            return ended;
        } catch (ProblemException e) {
            return true;
        }
    }

    /** A hive that is online has it, or could get it. */
    private boolean possible(String model, @Nullable String hive) {
        boolean there = Placement.best(parts.hives().get(), model, hive).isPresent();
        return there || (hive != null && parts.provider().offers(model));
    }

    private String canonical(String name) {
        return Aliases.id(new HiveModels(parts.hives()).installed(), name).orElse(name);
    }

    private static String key(String model, @Nullable String node) {
        return ModelNames.key(model) + "\n" + (node == null ? "" : node);
    }

    private void end(String key, Runnable outcome) {
        running.remove(key);
        outcome.run();
    }

    private static String title(String model, @Nullable String hive) {
        return "Start a worker for " + model + (hive == null ? "" : " on " + hive);
    }

    private WorkerInfo run(JobContext job, SpawnWorker request, String model, boolean asked)
            throws InterruptedException {
        job.progress(0.02, "choosing a hive");
        String owner = job.jobId();
        boolean ready = false;
        try {
            Place place = new Places(parts, job, request, model, asked, named(request, model)).find();
            WorkerInfo worker = started(job, request, place, asked);
            parts.reservations().settle(owner, lastBeat(place.hive().id()));
            ready = true;
            return worker;
        } finally {
            parts.line().leave(owner);
            if (!ready) {
                parts.reservations().release(owner);
            }
        }
    }

    private @Nullable String named(SpawnWorker order, String model) {
        if (order.hive() == null) {
            return null;
        }
        DeclaredModel table = parts.declared().of(model);
        return table != null && order.hive().equals(table.hive())
                ? "The model's table in rbee.toml names this hive."
                : "This hive was asked for.";
    }

    private @Nullable Instant lastBeat(String hive) {
        return parts.hives().get().stream()
                .filter(each -> each.id().equals(hive))
                .map(HiveInfo::lastSeen)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private WorkerInfo started(JobContext job, SpawnWorker request, Place place, boolean asked)
            throws InterruptedException {
        HiveInfo hive = place.hive();
        HiveClient client = parts.calls().to(hive);
        if (place.present() != null) {
            job.log("A worker of this model is starting on hive " + hive.id() + " already.");
            return wait.until(job, client, place.present());
        }
        job.progress(0.1, "starting a worker on hive " + hive.id());
        String spawnId = request.spawnId() == null ? job.jobId() : request.spawnId();
        SpawnWorker order = new SpawnWorker(
                place.model(),
                null,
                request.backend(),
                request.device(),
                request.ctx(),
                request.slots(),
                spawnId,
                request.threads(),
                parts.identities().apply(hive).orElse(null),
                options(place, request));
        job.onCancel(() -> Thread.ofVirtual().name("rbee-unspawn").start(() -> takeBack(client, order)));
        String worker = client.spawn(order).workerId();
        parts.placements()
                .accept(place.why()
                        .worker(worker, hive.id(), asked, parts.clock().instant()));
        WorkerOptions options = request.options();
        Integer idle = options == null ? null : options.idleS();
        if (idle != null) {
            parts.unloading().started(worker, idle);
        }
        return wait.until(job, client, worker);
    }

    /** As asked, with the memory that earlier runs took there. */
    private @Nullable WorkerOptions options(Place place, SpawnWorker request) {
        WorkerOptions said = request.options();
        ModelEntry entry = Placement.entry(place.hive(), place.model());
        Long measured = entry == null ? null : parts.needs().measured(place.hive(), entry, request);
        return measured == null ? said : (said == null ? WorkerOptions.NONE : said).needing(measured);
    }

    /** The same spawn id gives the same worker, so that also one whose id never came back can be stopped. */
    private static void takeBack(HiveClient client, SpawnWorker order) {
        try {
            SpawnWait.stop(client, client.spawn(order).workerId());
        } catch (ProblemException e) {
            LOG.debug("model={} spawn={} left nothing to stop: {}", order.model(), order.spawnId(), e.getMessage());
        }
    }
}
