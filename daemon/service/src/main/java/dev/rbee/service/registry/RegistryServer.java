package dev.rbee.service.registry;

import dev.rbee.http.Limits;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.FleetGate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/** The registry as a daemon, in this process or alone. Thread-safe. */
public final class RegistryServer implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Registry registry;
    private final Server server;
    private final Thread sweeper;

    private RegistryServer(Registry registry, Server server) {
        this.registry = registry;
        this.server = server;
        this.sweeper = Thread.ofVirtual().name("rbee-registry-sweep").unstarted(this::sweep);
    }

    /**
     * What it is started with.
     *
     * @param bind a loopback address
     * @param port 0 for any free one
     * @param token the installation's
     * @param instance new at every start
     * @param nanos the monotonic clock
     */
    public record Options(
            String bind,
            int port,
            String token,
            String instance,
            InstantSource clock,
            LongSupplier nanos,
            RegistryListener listener) {}

    /** Binds and serves; blocks until it does. Throws {@code port_taken} and {@code config_invalid}. */
    public static RegistryServer start(Options options) {
        Registry registry = new Registry(options.clock(), new AwakeNanos(options.nanos()), options.listener());
        RegistryRoutes routes =
                new RegistryRoutes(registry, options.instance(), options.clock().instant());
        Server server = ServerSpec.builder(
                        "registry", options.instance(), new FleetGate(options.token(), RegistryRoutes::forWorkers))
                .bind(options.bind())
                .port(options.port())
                .proofSecret(options.token())
                .grace(Duration.ofSeconds(2))
                .limits(Limits.DEFAULT.withMaxBody(64 * 1024))
                .routes(routes::into)
                .start();
        RegistryServer started = new RegistryServer(registry, server);
        started.sweeper.start();
        return started;
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(SWEEP);
                int _ = registry.sweep();
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** What it holds, for readers in this process. */
    public Registry registry() {
        return registry;
    }

    /** Its routes, as {@code GET /v1/info}; for tests that try every one. */
    public List<String> routes() {
        return server.routes();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** {@code http://127.0.0.1:7830}, for instance. */
    public String url() {
        return server.url();
    }

    /** Ends it; blocks for two seconds at most. What it held is forgotten. */
    @Override
    public void close() {
        sweeper.interrupt();
        server.close();
    }
}
