package dev.rbee.client;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.registry.ComponentRef;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.registry.RegisterResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a component known to the registry: registers, beats every 15 s (as the registry says), retries for ever, registers again when the registry
 * restarted, says goodbye at {@link #close}. Owns one virtual thread; thread-safe.
 */
public final class Announcer implements AutoCloseable {
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Http http;
    private final Supplier<Credential> credential;
    private final Supplier<List<String>> registries;
    private final @Nullable KnownComponents known;
    private final Supplier<RegisterRequest> self;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final BeatLoop loop;
    private volatile IntConsumer announced = port -> {};
    private long intervalMillis = 15_000;

    /**
     * For that component; {@link #start} begins.
     *
     * @param registries where the registry may be, best first; addresses in {@code known} are tried after them
     * @param self what to register; asked for at every registration
     */
    public Announcer(
            Http http,
            Supplier<Credential> credential,
            Supplier<List<String>> registries,
            @Nullable KnownComponents known,
            Supplier<RegisterRequest> self,
            InstantSource clock,
            RandomGenerator random) {
        this.http = http;
        this.credential = credential;
        this.registries = registries;
        this.known = known;
        this.self = self;
        this.clock = clock;
        this.random = random;
        this.loop = new BeatLoop(new ToRegistry(), Duration.ofSeconds(1), Duration.ofSeconds(15), random);
    }

    /** {@code heard} gets the port of the tunnel to this component whenever the registry names one; call it before {@link #start}. */
    public Announcer announced(IntConsumer heard) {
        announced = heard;
        return this;
    }

    /** Begins; returns at once. */
    public Announcer start() {
        loop.start();
        return this;
    }

    /** Registers again soon, since port, model or the like changed. */
    public void changed() {
        loop.changed();
    }

    /** Looks for the registry anew and registers there now, where it is registered already, too. Never blocks. */
    public void again() {
        loop.again();
    }

    /** The registry it is registered at; null while it is at none. */
    public @Nullable String registryUrl() {
        return loop.url();
    }

    /** Says goodbye; blocks for two seconds at most. */
    @Override
    public void close() {
        loop.close();
    }

    private RegistryClient at(String url) {
        return new RegistryClient(new Remote(url, credential, http));
    }

    /** 15 s less up to a fifth, so that components spread. */
    private long next() {
        return intervalMillis - (long) (intervalMillis * 0.2 * random.nextDouble());
    }

    private final class ToRegistry implements BeatLoop.Part {
        private @Nullable RegisterRequest registered;

        @Override
        public String name() {
            return "registry";
        }

        @Override
        public List<String> candidates() {
            Set<String> all = new LinkedHashSet<>(registries.get());
            if (known != null) {
                all.addAll(known.urls("registry"));
            }
            return List.copyOf(all);
        }

        @Override
        public boolean proven(String url) {
            return Proof.holds(http, url, credential.get());
        }

        @Override
        public long register(String url) {
            RegisterRequest request = self.get();
            RegisterResponse answer = at(url).register(request);
            intervalMillis = answer.heartbeatIntervalS() * 1000L;
            BeatLoop.tell(announced, answer.port());
            registered = request;
            return next();
        }

        @Override
        public long beat(String url) {
            RegisterRequest now = self.get();
            if (!now.equals(registered)) {
                return register(url);
            }
            at(url).heartbeat(ref(now));
            return next();
        }

        @Override
        public void leave(String url) {
            at(url).unregister(ref(self.get()), GOODBYE);
        }

        @Override
        public void found(String url) {
            if (known != null) {
                known.remember("registry", "registry", url, clock.instant());
            }
        }

        @Override
        public void superseded(Problem why) {
            // registries don't say that
        }

        private static ComponentRef ref(RegisterRequest request) {
            return new ComponentRef(request.componentType(), request.componentId());
        }
    }
}
