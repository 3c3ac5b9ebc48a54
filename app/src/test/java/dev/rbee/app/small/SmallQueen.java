package dev.rbee.app.small;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.events.FleetEvent;
import dev.rbee.contract.events.FleetProblem;
import dev.rbee.contract.events.FleetSnapshot;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.events.QueueInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.info.DaemonInfo;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.workers.LogLine;
import dev.rbee.contract.workers.ProcessState;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerProcess;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.Sse;
import dev.rbee.http.gate.AdminGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A queen as small as the application needs, on a free port. What she knows is set by the test. */
public final class SmallQueen implements AutoCloseable {
    private final Map<String, WorkerInfo> workers = new LinkedHashMap<>();
    private final Map<String, HiveInfo> hives = new LinkedHashMap<>();
    private final Map<String, JobInfo> jobs = new LinkedHashMap<>();
    private final List<Sse> listeners = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final SmallChat chat = new SmallChat("w-1");
    private final SmallNodes nodes = new SmallNodes(calls, this::hive);
    private final SmallModels models = new SmallModels(calls, this::job);
    private final SmallEngines engines = new SmallEngines(calls);
    private final SmallActivity activity = new SmallActivity();
    private final SmallTokens tokens = new SmallTokens();
    private final CountDownLatch spawned = new CountDownLatch(1);
    private volatile boolean spawnFails;
    private final Map<String, FleetProblem> problems = new LinkedHashMap<>();
    private FleetStats stats = new FleetStats(0, 0, 0, 0, List.of());
    private volatile boolean bare;
    private long revision;
    private final Server server;

    /** Starts her. */
    public SmallQueen(String token) {
        server = ServerSpec.builder("queen", "small", new AdminGate(token))
                .proofSecret(token)
                .grace(Duration.ofMillis(100))
                .routes(this::routes)
                .start();
    }

    private void routes(Routes routes) {
        routes.get("/v1/events", this::events);
        routes.get(
                "/v1/info",
                x -> x.json(200, new DaemonInfo("queen", Version.CURRENT, "small", List.of(), 1, Instant.now(), null)));
        routes.get("/v1/hives/list", x -> x.json(200, hives()));
        routes.get("/v1/models/catalog", x -> x.json(200, catalog()));
        routes.post("/v1/workers/spawn", x -> {
            calls.add("spawn " + x.json());
            x.json(202, JobAccepted.of("job-1"));
        });
        routes.get("/v1/jobs/{id}/stream", x -> {
            if (x.path("id").startsWith("node-")) {
                nodes.job(x);
            } else {
                job(x);
            }
        });
        routes.delete("/v1/jobs/{id}", x -> {
            calls.add("cancel " + x.path("id"));
            nodes.cancelled();
            x.noContent();
        });
        nodes.routes(routes);
        models.routes(routes);
        engines.routes(routes);
        activity.routes(routes);
        tokens.routes(routes);
        routes.post("/v1/chat/completions", x -> {
            calls.add("chat " + x.header(Headers.TO_WORKER).orElse("any"));
            chat.answer(x);
        });
        routes.delete("/v1/workers/{id}", x -> {
            calls.add("stop " + x.path("id"));
            gone(x.path("id"));
            x.noContent();
        });
        routes.post("/v1/workers/{id}/drain", x -> {
            calls.add("drain " + x.path("id"));
            x.noContent();
        });
        routes.get("/v1/workers/{id}/logs", this::log);
        routes.get("/v1/workers/{id}/process", x -> x.json(200, process(x.path("id"))));
        routes.get("/v1/workers/{id}/placement", x -> x.json(200, placement(x.path("id"))));
        routes.post("/v1/route/explain", x -> x.json(200, explain()));
    }

    private static WorkerProcess process(String id) {
        return new WorkerProcess(
                id,
                "demo",
                ProcessState.RUNNING,
                4711,
                8080,
                null,
                Instant.now().minusSeconds(754),
                1,
                null,
                null,
                List.of("/opt/rbee/bin/java", "-Xmx256m", "dev.rbee.worker.boot.WorkerMain", "--nonce", "5f2c"),
                Map.of("OMP_WAIT_POLICY", "passive", "PATH", "/usr/bin:/bin"));
    }

    private synchronized WorkerPlacement placement(String id) {
        WorkerInfo worker = workers.get(id);
        return new WorkerPlacement(
                id,
                Instant.now().minusSeconds(754),
                "requests",
                worker == null ? "this-machine" : worker.nodeName(),
                "It has the model's file and has room for it.",
                5_400_000_000L,
                21_000_000_000L,
                List.of(
                        new WorkerPlacement.Passed("cellar-gpu", "runs more workers: 3, against 1", 40_000_000_000L),
                        new WorkerPlacement.Passed("mac-mini", "does not have the model's file", null),
                        new WorkerPlacement.Passed("nas", "is offline", null)));
    }

    private synchronized Map<String, Object> explain() {
        List<Map<String, Object>> weighed = new ArrayList<>();
        for (WorkerInfo worker : workers.values()) {
            if (weighed.size() < 3) {
                weighed.add(Map.of(
                        "worker_id", worker.id(),
                        "hive", worker.nodeName(),
                        "slots_total", worker.slotsTotal(),
                        "slots_free", worker.slotsAvailable(),
                        "tokens_per_second", 58.4,
                        "score", 0.9 - weighed.size() / 10.0,
                        "warm", weighed.isEmpty()));
            }
        }
        String first =
                weighed.isEmpty() ? "" : String.valueOf(weighed.getFirst().get("worker_id"));
        return Map.of("worker_id", first, "reason", "the freest of 3 workers", "workers", weighed);
    }

    /** From now on there is no model but those of {@link #models}. */
    public void bare() {
        bare = true;
    }

    private synchronized List<HiveInfo> hives() {
        return List.copyOf(hives.values());
    }

    private synchronized List<ModelEntry> catalog() {
        if (bare) {
            return models.all();
        }
        List<ModelEntry> all = new ArrayList<>(List.of(Fixtures.model("demo", "this-machine"), unusable()));
        all.addAll(models.all());
        hives.keySet().stream()
                .filter(id -> !id.equals("this-machine"))
                .forEach(id -> all.add(Fixtures.model("demo", id)));
        return all;
    }

    private static ModelEntry unusable() {
        return new ModelEntry(
                "Qwen3-Coder-480B-A35B-Instruct-with-a-long-name",
                "q.gguf",
                "/q.gguf",
                290_000_000_000L,
                null,
                "invalid",
                "qwen3moe",
                "Q4_K_M",
                262_144,
                480_000_000_000L,
                false,
                true,
                "The engine does not know the architecture qwen3moe.",
                "this-machine");
    }

    private void events(Exchange x) throws InterruptedException {
        Sse sse = x.sse().endless();
        synchronized (this) {
            send(
                    sse,
                    "snapshot",
                    new FleetSnapshot(
                            revision,
                            "small",
                            List.copyOf(hives.values()),
                            List.copyOf(workers.values()),
                            List.copyOf(jobs.values()),
                            stats,
                            List.copyOf(problems.values())));
            listeners.add(sse);
        }
        sse.awaitClosed();
        listeners.remove(sse);
    }

    private void job(Exchange x) throws Exception {
        try (Sse sse = x.sse()) {
            sse.event("1", "progress", new JobEvent("progress", "job-1", 0.4, "Loading demo…", null, null));
            spawned.await();
            if (spawnFails) {
                Problem problem = Problem.of(
                        ProblemCode.SPAWN_FAILED, "The worker ended while it loaded demo.", "Look into its log.");
                sse.event(
                        "2",
                        "error",
                        new JobEvent("error", "job-1", null, null, null, problem.withDetails("exit 134")));
            } else {
                worker(Fixtures.worker("w-1", "demo", WorkerState.IDLE, 1, 1, server.url()));
                sse.event("2", "done", new JobEvent("done", "job-1", 1.0, "Ready", null, null));
            }
        }
    }

    private void log(Exchange x) throws Exception {
        try (Sse sse = x.sse().endless()) {
            for (int i = 1; i <= 40; i++) {
                sse.event(String.valueOf(i), "log", new LogLine(i, Instant.now(), "stderr", "worker=w-1 line=" + i));
            }
            sse.awaitClosed();
            calls.add("log left");
        } catch (ClientGone e) {
            calls.add("log left");
        }
    }

    /** Lets the job that starts a worker go on to its end. */
    public void finishSpawn(boolean well) {
        spawnFails = !well;
        spawned.countDown();
    }

    /** This worker is so now. */
    public synchronized void worker(WorkerInfo worker) {
        workers.put(worker.id(), worker);
        tell("worker", new FleetEvent(++revision, "worker", worker, null, null, null, null, null, null));
    }

    /** This worker is gone. */
    public synchronized void gone(String id) {
        workers.remove(id);
        tell("worker_gone", new FleetEvent(++revision, "worker_gone", null, null, null, null, null, id, "stopped"));
    }

    /** This hive is so now. */
    public synchronized void hive(HiveInfo hive) {
        hives.put(hive.id(), hive);
        tell("hive", new FleetEvent(++revision, "hive", null, hive, null, null, null, null, null));
    }

    /** This hive is gone. */
    public synchronized void hiveGone(String id) {
        hives.remove(id);
        tell("hive_gone", new FleetEvent(++revision, "hive_gone", null, null, null, null, null, id, "removed"));
    }

    /** This job is so now. */
    public synchronized void job(JobInfo job) {
        jobs.put(job.jobId(), job);
        tell("job", new FleetEvent(++revision, "job", null, null, job, null, null, null, null));
    }

    /** Something is wrong. */
    public synchronized void problem(FleetProblem problem) {
        problems.put(problem.id(), problem);
        tell("problem", new FleetEvent(++revision, "problem", null, null, null, null, problem, null, null));
    }

    /** It is right again. */
    public synchronized void problemGone(String id) {
        problems.remove(id);
        tell("problem_gone", new FleetEvent(++revision, "problem_gone", null, null, null, null, null, id, null));
    }

    /** Figures. */
    public void stats(double tokensPerSecond, int waiting) {
        stats(tokensPerSecond, waiting, List.of());
    }

    /** Figures with what waits where. */
    public synchronized void stats(double tokensPerSecond, int waiting, List<QueueInfo> queues) {
        stats = new FleetStats(1, waiting, tokensPerSecond, 3, queues);
        tell("stats", new FleetEvent(++revision, "stats", null, null, null, stats, null, null, null));
    }

    private void tell(String type, FleetEvent event) {
        listeners.forEach(sse -> send(sse, type, event));
    }

    private void send(Sse sse, String type, Object data) {
        try {
            sse.event(String.valueOf(revision), type, data);
        } catch (ClientGone e) {
            listeners.remove(sse);
        }
    }

    /** Her machines. */
    public SmallNodes nodes() {
        return nodes;
    }

    /** Her models. */
    public SmallModels models() {
        return models;
    }

    /** Engines of her hives, and servers that are attached to her. */
    public SmallEngines engines() {
        return engines;
    }

    /** What she remembers. */
    public SmallActivity activity() {
        return activity;
    }

    /** Her keys. */
    public SmallTokens tokens() {
        return tokens;
    }

    /** Her chat. */
    public SmallChat chat() {
        return chat;
    }

    /** What was asked of her. */
    public List<String> calls() {
        return calls;
    }

    /** Her address. */
    public String url() {
        return server.url();
    }

    @Override
    public void close() {
        listeners.forEach(Sse::close);
        activity.close();
        server.close();
    }
}
