package dev.rbee.http;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Server} is to be.
 *
 * @param component {@code registry}, {@code queen}, {@code hive} or {@code worker}
 * @param instance new at every start; the worker's id at a worker. A request that names another one in {@code x-rbee-instance} is
 *     refused with 421
 * @param bind loopback address; any other one is refused at the start
 * @param port 0 for any free one
 * @param gate who may come in
 * @param health what /health says
 * @param proofSecret answers challenges on /health; null answers none
 * @param workerSecret challenges of workers are answered with their keys derived from this; usually the same as {@code proofSecret}
 * @param grace how long running requests may go on after {@link Server#close}
 * @param limits what it bears
 * @param images paths whose bodies may hold images, and be {@link Limits#WITH_IMAGES} large
 * @param hosts further names for {@code Host}, without port
 * @param origins further values for {@code Origin}, exact
 * @param routes names the routes
 */
public record ServerSpec(
        String component,
        String instance,
        String bind,
        int port,
        Gate gate,
        HealthSource health,
        @Nullable String proofSecret,
        @Nullable String workerSecret,
        Duration grace,
        Limits limits,
        Set<String> images,
        Set<String> hosts,
        Set<String> origins,
        Consumer<Routes> routes) {

    /** Largest body of that path, bytes. */
    int largestBody(String path) {
        return images.isEmpty() || images.contains(path)
                ? limits.maxBody()
                : Math.min(limits.maxBody(), Limits.DEFAULT.maxBody());
    }

    /** Starts with defaults: 127.0.0.1, any free port, healthy, 30 s of grace, no routes. */
    public static Builder builder(String component, String instance, Gate gate) {
        return new Builder(component, instance, gate);
    }

    /** Collects a spec. Not thread-safe. */
    public static final class Builder {
        private final String component;
        private final String instance;
        private final Gate gate;
        private String bind = "127.0.0.1";
        private int port;
        private HealthSource health = () -> "ok";
        private @Nullable String proofSecret;
        private @Nullable String workerSecret;
        private Duration grace = Duration.ofSeconds(30);
        private Limits limits = Limits.DEFAULT;
        private Set<String> images = Set.of();
        private Set<String> hosts = Set.of();
        private Set<String> origins = Set.of();
        private Consumer<Routes> routes = r -> {};

        Builder(String component, String instance, Gate gate) {
            this.component = component;
            this.instance = instance;
            this.gate = gate;
        }

        /** See {@link ServerSpec#bind}. */
        public Builder bind(String value) {
            bind = value;
            return this;
        }

        /** See {@link ServerSpec#port}. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** See {@link ServerSpec#health}. */
        public Builder health(HealthSource value) {
            health = value;
            return this;
        }

        /** See {@link ServerSpec#proofSecret}. */
        public Builder proofSecret(@Nullable String value) {
            proofSecret = value;
            return this;
        }

        /** See {@link ServerSpec#workerSecret}; where left out, it is {@link ServerSpec#proofSecret}. */
        public Builder workerSecret(String value) {
            workerSecret = value;
            return this;
        }

        /** See {@link ServerSpec#grace}. */
        public Builder grace(Duration value) {
            grace = value;
            return this;
        }

        /** See {@link ServerSpec#limits}. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** See {@link ServerSpec#images}. */
        public Builder images(Set<String> value) {
            images = Set.copyOf(value);
            return this;
        }

        /** See {@link ServerSpec#hosts}. */
        public Builder hosts(Set<String> value) {
            hosts = Set.copyOf(value);
            return this;
        }

        /** See {@link ServerSpec#origins}. */
        public Builder origins(Set<String> value) {
            origins = Set.copyOf(value);
            return this;
        }

        /** Names the routes; may be called several times. */
        public Builder routes(Consumer<Routes> value) {
            routes = routes.andThen(value);
            return this;
        }

        /** The spec. */
        public ServerSpec build() {
            return new ServerSpec(
                    component,
                    instance,
                    bind,
                    port,
                    gate,
                    health,
                    proofSecret,
                    workerSecret == null ? proofSecret : workerSecret,
                    grace,
                    images.isEmpty() ? limits : limits.withMaxBody(Limits.WITH_IMAGES),
                    images,
                    hosts,
                    origins,
                    routes);
        }

        /** Builds and starts; see {@link Server#start}. */
        public Server start() {
            return Server.start(build());
        }
    }
}
