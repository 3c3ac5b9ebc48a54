package dev.rbee.service.queen.inference;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.workers.RegisterWorker;
import dev.rbee.http.Caller;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.FleetGate;
import dev.rbee.service.queen.workers.WorkerEnds;
import dev.rbee.service.queen.workers.WorkerLimits;
import dev.rbee.service.queen.workers.WorkerListener;
import dev.rbee.service.queen.workers.WorkerRegistry;
import dev.rbee.service.queen.workers.WorkerRoutes;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A queen of workers and inference only, over real HTTP. */
final class TestQueen implements AutoCloseable {
    static final String TOKEN = "rbee_0123456789abcdef";
    static final String USER = "rbee_user_";

    final List<RequestEntry> log = new CopyOnWriteArrayList<>();
    final List<ModelEntry> installed = new CopyOnWriteArrayList<>();
    final WorkerRegistry registry;
    final Inference inference;
    final Server server;
    volatile BiFunction<String, String, Optional<CompletableFuture<String>>> spawner =
            (model, node) -> Optional.empty();
    private final OkHttpClient client =
            new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(20)).build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger ids = new AtomicInteger();

    TestQueen() {
        this(new QueueLimits(4, Duration.ofSeconds(10), Duration.ofSeconds(2)));
    }

    TestQueen(QueueLimits limits) {
        this(limits, Attached.NONE);
    }

    TestQueen(QueueLimits limits, Attached attached) {
        registry = new WorkerRegistry(
                InstantSource.system(), System::nanoTime, new Random(7), WorkerLimits.DEFAULT, WorkerListener.NONE);
        inference = new Inference(new Inference.Parts(
                registry,
                () -> installed,
                ModelArrivals.NONE,
                (model, node) -> spawner.apply(model, String.valueOf(node)),
                log::add,
                () -> TOKEN,
                () -> Integer.toString(ids.incrementAndGet()),
                limits,
                attached,
                Duration.ofSeconds(1).toNanos(),
                InstantSource.system(),
                System::nanoTime,
                new Random(8)));
        server = ServerSpec.builder(
                        "queen", "queen-1", new FleetGate(TOKEN, WorkerRoutes::openToWorkers, TestQueen::user))
                .grace(Duration.ofMillis(200))
                .routes(new WorkerRoutes(registry, WorkerEnds.NONE)::routes)
                .routes(inference::routes)
                .start();
        var _ = timer.scheduleAtFixedRate(inference::tick, 100, 100, TimeUnit.MILLISECONDS);
    }

    private static Optional<Caller> user(String token) {
        return token.startsWith(USER)
                ? Optional.of(Caller.user(token.substring(USER.length()), false))
                : Optional.empty();
    }

    StandIn worker(String id, StandIn.Habit habit) {
        StandIn worker = new StandIn(id, TOKEN, habit);
        register(id, "demo", worker.url(), 1);
        return worker;
    }

    void register(String id, String model, String url, int slots) {
        var _ = registry.register(new RegisterWorker(
                id, url, model, "cpu", null, "local", slots, null, null, null, null, null, null, null, null, null,
                null));
    }

    /** A whole exchange. */
    record Answer(int status, String body, okhttp3.Headers headers) {}

    Call call(String path, String body, String token) {
        Request.Builder request =
                new Request.Builder().url(server.url() + path).header("Authorization", "Bearer " + token);
        return client.newCall((body.isEmpty() ? request.get() : request.post(RequestBody.create(body, null))).build());
    }

    Answer ask(String path, String body) throws IOException {
        return of(call(path, body, TOKEN));
    }

    static Answer of(Call call) throws IOException {
        try (Response response = call.execute()) {
            return new Answer(response.code(), response.body().string(), response.headers());
        }
    }

    CompletableFuture<Answer> later(String path, String body, String token) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(of(call(path, body, token)));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    static String chat(boolean stream) {
        return "{\"model\":\"demo\",\"stream\":" + stream + ",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    }

    @Override
    public void close() {
        timer.shutdownNow();
        inference.close();
        server.close();
    }
}
