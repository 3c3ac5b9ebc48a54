package dev.rbee.bench;

import dev.rbee.product.Api;
import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Heartbeats of 10 000 workers as fast as the queen takes them, over 8 connections. */
final class HeartbeatBench implements Main.Bench {
    private static final int WORKERS = 10_000;
    private static final int SENDERS = 8;
    private static final int ROUNDS = 4;

    @Override
    public Table run(Path folder) throws Exception {
        try (Sandbox sandbox = new Sandbox(folder)) {
            Running daemon = Running.start(sandbox, "--daemon");
            daemon.awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            Api queen = sandbox.api("QUEEN");
            sendAll(queen, 1); // registers all, and warms the queen up
            double cpu = Machine.cpuSeconds(daemon.handle().pid());
            long begin = System.nanoTime();
            ConcurrentLinkedQueue<Double> latencies = sendAll(queen, ROUNDS);
            double seconds = (System.nanoTime() - begin) / 1e9;
            cpu = Machine.cpuSeconds(daemon.handle().pid()) - cpu;
            Figures ms = new Figures(
                    latencies.stream().mapToDouble(Double::doubleValue).toArray());
            int listed = queen.get("/v1/workers/list?online=true").size();
            double perBeat = cpu / (ROUNDS * (double) WORKERS);
            return new Table("Heartbeats of 10 000 workers, sender on the same 2 cores", "what", "figure")
                    .row("online in the list afterwards", listed)
                    .row("heartbeats/s", Math.round(ROUNDS * WORKERS / seconds))
                    .row("latency p50 / p99", Figures.two(ms.median()) + " / " + Figures.two(ms.at(0.99)) + " ms")
                    .row("queen's CPU per heartbeat", Math.round(perBeat * 1e6) + " µs")
                    .row(
                            "so 10 000 workers every 30 s take of one core",
                            Figures.two(perBeat * WORKERS / 30 * 100) + " %");
        }
    }

    private static ConcurrentLinkedQueue<Double> sendAll(Api queen, int rounds) throws InterruptedException {
        ConcurrentLinkedQueue<Double> latencies = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(SENDERS);
        for (int sender = 0; sender < SENDERS; sender++) {
            Thread.ofVirtual().start(() -> {
                for (int i = next.getAndIncrement(); i < rounds * WORKERS; i = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    queen.post("/v1/worker-heartbeat", beat(i % WORKERS));
                    latencies.add((System.nanoTime() - begin) / 1e6);
                }
                done.countDown();
            });
        }
        done.await();
        return latencies;
    }

    private static String beat(int worker) {
        return "{\"worker\":{\"id\":\"bench-" + worker + "\",\"model_id\":\"model-" + worker % 50
                + "\",\"device\":\"GPU-0\",\"port\":" + (10_000 + worker % 50_000)
                + ",\"status\":\"ready\",\"implementation\":\"llm-worker-rbee\",\"version\":\"0.1.0\"},"
                + "\"timestamp\":\"2026-11-21T10:00:00Z\"}";
    }
}
