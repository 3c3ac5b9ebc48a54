package dev.rbee.service.hive;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.QueenClient;
import dev.rbee.client.RegistryClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.ComponentType;
import dev.rbee.service.hive.process.WorkerEnd;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells queen and registry at once that a worker's process ended, so that nobody waits for its missing beats. One try: who
 * is not reached learns it by those. Owns one virtual thread.
 */
final class EndNews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndNews.class);
    private static final int MOST = 1_000;

    private final BlockingQueue<WorkerEnd> news = new LinkedBlockingQueue<>(MOST);
    private final Http http;
    private final Supplier<Credential> credential;
    private final Supplier<@Nullable String> queen;
    private final Supplier<@Nullable String> registry;
    private final Thread thread;

    EndNews(
            Http http,
            Supplier<Credential> credential,
            Supplier<@Nullable String> queen,
            Supplier<@Nullable String> registry) {
        this.http = http;
        this.credential = credential;
        this.queen = queen;
        this.registry = registry;
        this.thread = Thread.ofVirtual().name("hive-end-news").start(this::run);
    }

    /** Does not block. */
    void tell(WorkerEnd end) {
        if (!news.offer(end)) {
            LOG.warn("worker={} ended, nobody told: too much news", end.workerId());
        }
    }

    private void run() {
        try {
            while (true) {
                send(news.take());
            }
        } catch (InterruptedException e) {
            LOG.debug("no more news");
        }
    }

    private void send(WorkerEnd end) {
        String queenUrl = queen.get();
        if (queenUrl != null) {
            quietly(
                    "queen",
                    end,
                    () -> new QueenClient(new Remote(queenUrl, credential, http))
                            .removeWorker(end.workerId(), end.reason()));
        }
        String registryUrl = registry.get();
        if (registryUrl != null) {
            ComponentRef ref = new ComponentRef(ComponentType.WORKER, end.workerId());
            quietly(
                    "registry",
                    end,
                    () -> new RegistryClient(new Remote(registryUrl, credential, http))
                            .unregister(ref, Duration.ofSeconds(1)));
        }
    }

    private static void quietly(String whom, WorkerEnd end, Runnable call) {
        try {
            call.run();
        } catch (ProblemException e) {
            LOG.debug("worker={} ended, {} not told: {}", end.workerId(), whom, e.getMessage());
        }
    }

    /** Tells what is left to tell for half a second at most, then ends. */
    @Override
    public void close() {
        try {
            for (int i = 0; i < 25 && !news.isEmpty(); i++) {
                Thread.sleep(20);
            }
            thread.interrupt();
            thread.join(Duration.ofMillis(1500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
