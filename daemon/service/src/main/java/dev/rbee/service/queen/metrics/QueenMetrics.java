package dev.rbee.service.queen.metrics;

import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.info.Version;
import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.http.Exchange;
import dev.rbee.http.Routes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * {@code GET /metrics}. Everything that can be read is read when somebody asks; only durations are recorded as they come.
 * The registry is made beside the queen's start, which it would delay. Thread-safe.
 */
public final class QueenMetrics {
    private static final Duration[] STEPS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(300)
    };

    private final FleetCounts counts;
    private final CompletableFuture<Meters> meters;

    /** Of these figures. */
    public QueenMetrics(FleetCounts counts) {
        this.counts = counts;
        this.meters = CompletableFuture.supplyAsync(
                () -> new Meters(counts),
                each -> Thread.ofPlatform().name("queen-metrics").daemon().start(each));
    }

    /** Names the route, the administrator's. */
    public void add(Routes routes) {
        routes.get("/metrics", this::scrape);
    }

    /** Counts a request that has ended. */
    public void ended(RequestEntry entry) {
        Meters now = meters.join();
        now.duration.record(Duration.ofMillis(entry.durationMs()));
        if (entry.firstTokenMs() != null) {
            now.firstToken.record(Duration.ofMillis(entry.firstTokenMs()));
        }
        if (entry.queueMs() != null) {
            now.queued.record(Duration.ofMillis(entry.queueMs()));
        }
    }

    private void scrape(Exchange x) {
        x.caller().requireAdmin();
        Meters now = meters.join();
        now.refresh(counts);
        x.send(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                now.registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Meters {
        private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        private final Map<WorkerState, AtomicLong> workers = new EnumMap<>(WorkerState.class);
        private final Map<HiveState, AtomicLong> hives = new EnumMap<>(HiveState.class);
        private final AtomicLong slots = new AtomicLong();
        private final AtomicLong slotsFree = new AtomicLong();
        private final Timer duration = timer("rbee.request.duration", "From a request's arrival to its end");
        private final Timer firstToken =
                timer("rbee.request.first.token", "From a request's arrival to its first token");
        private final Timer queued = timer("rbee.request.queued", "Waiting for a slot");

        Meters(FleetCounts counts) {
            for (WorkerState state : WorkerState.values()) {
                AtomicLong value = new AtomicLong();
                workers.put(state, value);
                Gauge.builder("rbee.workers", value, AtomicLong::get)
                        .description("Workers by state")
                        .tag("state", state.wire())
                        .register(registry);
            }
            for (HiveState state : HiveState.values()) {
                AtomicLong value = new AtomicLong();
                hives.put(state, value);
                Gauge.builder("rbee.hives", value, AtomicLong::get)
                        .description("Hives by state")
                        .tag("state", state.wire())
                        .register(registry);
            }
            gauge("rbee.slots", "Answers at a time, all workers that are online", slots::get);
            gauge("rbee.slots.free", "Of them free", slotsFree::get);
            gauge(
                    "rbee.requests.running",
                    "Requests being answered",
                    () -> counts.stats().get().requestsRunning());
            gauge(
                    "rbee.requests.waiting",
                    "Requests waiting for a slot",
                    () -> counts.stats().get().requestsWaiting());
            Gauge.builder("rbee.tokens.per.second", counts, c -> c.stats().get().tokensPerSecond())
                    .description("Tokens relayed per second, mean of the last five")
                    .register(registry);
            counter("rbee.requests", "Requests for inference", counts.requests());
            counter("rbee.requests.failed", "Of them failed", counts.failed());
            counter("rbee.tokens", "Tokens relayed", counts.tokens());
            counter("rbee.heartbeats.workers", "Heartbeats of workers", counts.workerBeats());
            counter("rbee.heartbeats.hives", "Heartbeats of hives", counts.hiveBeats());
            counter("rbee.request.log.dropped", "Requests not written down for want of time", counts.logDropped());
            Gauge.builder("rbee.build.info", () -> 1)
                    .tag("version", Version.CURRENT)
                    .register(registry);
            Gauge.builder("process.heap.used", Runtime.getRuntime(), r -> r.totalMemory() - r.freeMemory())
                    .baseUnit("bytes")
                    .register(registry);
        }

        void refresh(FleetCounts counts) {
            Map<WorkerState, Long> byState = new EnumMap<>(WorkerState.class);
            long total = 0;
            long free = 0;
            for (var worker : counts.workers().get()) {
                byState.merge(worker.state(), 1L, Long::sum);
                total += worker.online() ? worker.slotsTotal() : 0;
                free += worker.slotsAvailable();
            }
            workers.forEach((state, value) -> value.set(byState.getOrDefault(state, 0L)));
            slots.set(total);
            slotsFree.set(free);
            Map<HiveState, Long> hivesNow = new EnumMap<>(HiveState.class);
            counts.hives().get().forEach(hive -> hivesNow.merge(hive.status(), 1L, Long::sum));
            hives.forEach((state, value) -> value.set(hivesNow.getOrDefault(state, 0L)));
        }

        private Timer timer(String name, String about) {
            return Timer.builder(name)
                    .description(about)
                    .serviceLevelObjectives(STEPS)
                    .register(registry);
        }

        private void gauge(String name, String about, LongSupplier value) {
            Gauge.builder(name, value, LongSupplier::getAsLong)
                    .description(about)
                    .register(registry);
        }

        private void counter(String name, String about, LongSupplier value) {
            FunctionCounter.builder(name, value, LongSupplier::getAsLong)
                    .description(about)
                    .register(registry);
        }
    }
}
