package dev.rbee.service.queen.discovery;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.client.RegistryClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.ComponentEntry;
import dev.rbee.contract.registry.Components;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the registry who is there (seed 003), and those the queen does not know what they are: at the start and every 15 s.
 * While no registry answers, it asks those whose addresses were last known. Owns its threads.
 */
public final class Discovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    /** In the metadata of components of linked machines: the machine's name. */
    public static final String BEHIND = "node";

    private static final int AT_A_TIME = 16;

    private final Http http;
    private final Credential credential;
    private final Supplier<List<String>> registries;
    private final @Nullable KnownComponents known;
    private final Acquaintance acquaintance;
    private final long everyMs;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore asking = new Semaphore(AT_A_TIME);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * {@link #start} begins.
     *
     * @param registries where the registry may be, best first
     * @param known last known addresses
     */
    public Discovery(
            Http http,
            Credential credential,
            Supplier<List<String>> registries,
            @Nullable KnownComponents known,
            Acquaintance acquaintance,
            Duration every) {
        this.http = http;
        this.credential = credential;
        this.registries = registries;
        this.known = known;
        this.acquaintance = acquaintance;
        this.everyMs = every.toMillis();
    }

    /** Begins; returns at once. */
    public Discovery start() {
        threads.execute(this::run);
        return this;
    }

    private void run() {
        try {
            do {
                look();
            } while (!closed.await(everyMs, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look() throws InterruptedException {
        for (String registry : registries.get()) {
            Remote remote = new Remote(registry, () -> credential, http);
            try {
                if (remote.proven()) {
                    meet(new RegistryClient(remote).components());
                    return;
                }
            } catch (ProblemException e) {
                LOG.debug("registry={} {}", registry, e.getMessage());
            }
        }
        if (known != null) {
            for (KnownComponents.Known each : known.all("hive")) {
                ask(() -> acquaintance.hive(each.id(), each.url()));
            }
            for (KnownComponents.Known each : known.all("worker")) {
                ask(() -> acquaintance.worker(each.id(), each.url()));
            }
        }
    }

    private void meet(Components components) throws InterruptedException {
        for (ComponentEntry hive : components.hives()) {
            if (hive.online() && !behindGateway(hive)) {
                ask(() -> acquaintance.hive(hive.componentId(), hive.url()));
            }
        }
        for (ComponentEntry worker : components.workers()) {
            if (worker.online() && !behindGateway(worker)) {
                ask(() -> acquaintance.worker(worker.componentId(), worker.url()));
            }
        }
    }

    /** They speak to the queen through their machine's gateway, which entered them into the registry. */
    private static boolean behindGateway(ComponentEntry entry) {
        return entry.metadata() != null && entry.metadata().containsKey(BEHIND);
    }

    private void ask(Runnable question) throws InterruptedException {
        asking.acquire();
        threads.execute(() -> {
            try {
                question.run();
            } catch (ProblemException e) {
                LOG.debug("no answer: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("asking a component failed", e);
            } finally {
                asking.release();
            }
        });
    }

    /** Stops; returns within moments. */
    @Override
    public void close() {
        closed.countDown();
        threads.shutdownNow();
    }
}
