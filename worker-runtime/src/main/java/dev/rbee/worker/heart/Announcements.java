package dev.rbee.worker.heart;

import dev.rbee.client.Announcer;
import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.KnownComponents;
import dev.rbee.client.QueenAnnouncer;
import dev.rbee.client.QueenFinder;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.worker.serve.Life;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Keeps registry and queen informed, each as long as it is there and whenever it comes back: the registry every 15 s, the
 * queen every 30 s and at each change of state. Owns two virtual threads.
 */
public final class Announcements implements AutoCloseable {
    private final Http http = new Http();
    private final Heart heart;
    private final Announcer registry;
    private final QueenAnnouncer queen;

    /**
     * For a worker; {@link #start} begins.
     *
     * @param superseded called when the queen has another worker in this one's place
     * @param announced gets the port of the tunnel to this worker, where it is reached through one
     */
    public Announcements(
            WorkerConfig config,
            Heart heart,
            Life life,
            InstantSource clock,
            RandomGenerator random,
            Consumer<Problem> superseded,
            IntConsumer announced) {
        this.heart = heart;
        String file = config.knownComponentsPath();
        KnownComponents known = file == null ? null : new KnownComponents(Path.of(file));
        Supplier<Credential> credential = () -> Credential.worker(config.workerId(), config.key());
        this.registry = new Announcer(http, credential, config::registryUrls, known, heart::component, clock, random)
                .announced(announced);
        QueenFinder finder = new QueenFinder(http, credential, config::queenUrl, config::registryUrls, known);
        this.queen = new QueenAnnouncer(finder, heart, clock, random, superseded).announced(announced);
        AtomicReference<WorkerState> last = new AtomicReference<>(heart.state());
        life.onChange(() -> {
            WorkerState now = heart.state();
            if (last.getAndSet(now) != now) {
                queen.changed();
            }
        });
    }

    /** Begins; returns at once. */
    public void start() {
        registry.start();
        queen.start();
    }

    /** Registers at both now, wherever they are now. Returns at once. */
    public void again() {
        registry.again();
        queen.again();
    }

    /** Says goodbye to both; blocks for some seconds at most. */
    @Override
    public void close() {
        heart.stopped();
        Thread other = Thread.ofVirtual().start(registry::close);
        queen.close();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
