package dev.rbee.service.queen.inference;

import dev.rbee.contract.auth.Headers;
import dev.rbee.contract.events.FleetStats;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import dev.rbee.service.queen.dialect.Dialect;
import dev.rbee.service.queen.store.RequestLog;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The queen's inference: reads requests, queues them, sends each to a worker and relays the answer. Handlers block on their own
 * virtual threads. Thread-safe.
 */
public final class Inference implements AutoCloseable {
    private final QuestionReader reader;
    private final Models models;
    private final Provisioning coming;
    private final Dispatcher dispatcher;
    private final Answering answering;
    private final Silence silence;
    private final Upstream upstream;
    private final Traffic traffic;
    private final RequestLog log;
    private final Explain explain;
    private final LiveRequests live;
    private final LongSupplier nanos;
    private volatile boolean draining;

    /**
     * What inference needs of the rest of the queen.
     *
     * @param token the installation's token
     * @param ids a new one at each call, without spaces
     * @param attached servers of others
     * @param quietNanos silence of a worker after which its health is asked for
     */
    public record Parts(
            WorkerRegistry registry,
            InstalledModels installed,
            ModelArrivals arrivals,
            Spawner spawner,
            RequestLog log,
            Supplier<String> token,
            Supplier<String> ids,
            QueueLimits limits,
            Attached attached,
            long quietNanos,
            InstantSource clock,
            LongSupplier nanos,
            RandomGenerator random) {}

    /** Ready to take requests; call {@link #tick} every second. Sets the registry's capacity listener. */
    public Inference(Parts parts) {
        nanos = parts.nanos();
        log = parts.log();
        traffic = new Traffic(nanos);
        live = new LiveRequests(nanos);
        upstream = new Upstream(parts.token(), parts.attached(), new Dialect(nanos, parts.clock()));
        silence = new Silence(parts.quietNanos(), nanos, upstream);
        reader = new QuestionReader(parts.clock(), nanos, parts.ids());
        models = new Models(parts.registry().lists(), parts.installed(), parts.arrivals());
        coming = new Provisioning(models, parts.arrivals(), parts.limits().perModel(), nanos);
        dispatcher = new Dispatcher(
                parts.registry().slots(),
                parts.registry().lists(),
                parts.spawner(),
                parts.limits(),
                nanos,
                parts.random());
        Warmth warmth = new Warmth();
        explain = new Explain(models::canonical, parts.registry().slots(), warmth, parts.random());
        answering = new Answering(
                dispatcher,
                parts.registry().slots(),
                parts.registry().lists(),
                new Attempt(upstream, silence, traffic, nanos),
                warmth,
                nanos);
        parts.registry().onCapacity(dispatcher::pump);
    }

    /** Adds the routes of inference and of OpenAI's model list. */
    public void routes(Routes routes) {
        routes.post(Kind.CHAT.path(), x -> answer(Kind.CHAT, x))
                .post(Kind.COMPLETION.path(), x -> answer(Kind.COMPLETION, x))
                .post(Kind.EMBEDDING.path(), x -> answer(Kind.EMBEDDING, x))
                .post(Kind.INFER.path(), x -> answer(Kind.INFER, x))
                .post("/v1/route/explain", explain::handle)
                .get("/v1/models", x -> x.json(200, models.list()))
                .get("/v1/models/{id}", this::model);
    }

    private void model(Exchange x) {
        String id = models.canonical(x.path("id"));
        x.json(200, models.get(id).orElseThrow(() -> models.unknown(id)));
    }

    private void answer(Kind kind, Exchange x) throws ClientGone, InterruptedException {
        if (draining) {
            throw ProblemException.of(ProblemCode.DRAINING, "The queen is stopping.", "Try again in a moment.");
        }
        Question asked = reader.read(kind, x);
        Question question = asked.named(models.canonical(asked.model()));
        Optional<ModelArrivals.Arrival> arrival = coming.of(question, x.caller().isAdmin());
        if (arrival.isEmpty()) {
            models.check(question);
        }
        ClientSide client = new ClientSide(x, question);
        Account account = new Account(question);
        traffic.started();
        try (LiveRequests.Open _ = live.open(question.id(), client, account)) {
            answering.run(
                    arrival.isEmpty() ? question : coming.arrived(question, arrival.get(), client), client, account);
        } catch (ProblemException e) {
            account.failed(e.problem().code(), Measured.NOTHING);
            if (e.problem().code() == ProblemCode.QUEUE_FULL) {
                client.header("Retry-After", Long.toString(dispatcher.retryAfter(question.model())));
            }
            client.header(Headers.REQUEST_ID, question.id());
            client.fail(e.problem());
        } catch (ClientGone e) {
            account.leftEarly();
            Problem stopped = client.stopped();
            if (stopped == null) {
                throw e;
            }
            client.header(Headers.REQUEST_ID, question.id());
            client.fail(stopped);
        } finally {
            traffic.ended(account.well());
            log.ended(account.entry(nanos.getAsLong()));
        }
    }

    /** Whether any request waits for a worker of that model. */
    public boolean waits(String model) {
        return dispatcher.waits(model);
    }

    /** To be called every second; returns at once. */
    public void tick() {
        silence.tick();
        dispatcher.tick();
    }

    /** What goes through, for metrics. */
    public Traffic traffic() {
        return traffic;
    }

    /** The requests that have not ended. */
    public LiveRequests live() {
        return live;
    }

    /** Figures of now. */
    public FleetStats stats() {
        int waiting = dispatcher.waiting();
        return new FleetStats(
                Math.max(0, traffic.open() - waiting),
                waiting,
                Math.round(traffic.tokensPerSecond() * 10) / 10.0,
                traffic.requestsPerMinute(),
                dispatcher.queues());
    }

    /** Takes nothing new; what runs goes on. */
    public void drain() {
        draining = true;
    }

    /** Cuts what still runs. */
    @Override
    public void close() {
        draining = true;
        upstream.close();
    }
}
