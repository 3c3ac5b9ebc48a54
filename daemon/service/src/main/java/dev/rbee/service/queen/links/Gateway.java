package dev.rbee.service.queen.links;

import dev.rbee.contract.auth.Keys;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.FleetGate;
import dev.rbee.service.queen.hives.HiveKeeping;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.models.FileRelay;
import dev.rbee.service.queen.workers.WorkerRegistry;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Registry and queen as one machine behind a tunnel sees them: a server on this machine's loopback, to which a port of that machine's loopback
 * leads. Only that machine's hive (by its node key) and workers come in. Thread-safe.
 */
final class Gateway implements AutoCloseable {
    private final Server server;
    private volatile int there;

    /**
     * What all gateways of a queen share.
     *
     * @param token of the installation
     * @param instance the queen's
     * @param files model files of the other hives
     */
    record Parts(
            String token,
            String instance,
            HiveRegistry hives,
            HiveKeeping keeping,
            WorkerRegistry workers,
            RegistryRelay relay,
            FileRelay files,
            InstantSource clock) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Gateway.Parts[***]";
        }
    }

    private Gateway(Parts parts, String node, Tunnels tunnels) {
        GatewayRoutes queen = new GatewayRoutes(node, parts.hives(), parts.keeping(), parts.workers(), tunnels);
        GatewayRegistry registry =
                new GatewayRegistry(node, tunnels, parts.relay(), () -> there, queen::elsewhere, parts.clock());
        String nodeKey = Keys.nodeKey(parts.token(), node);
        server = ServerSpec.builder(
                        "gateway",
                        parts.instance(),
                        FleetGate.gateway(
                                nodeKey,
                                parts.token(),
                                (method, path) -> GatewayRoutes.forWorkers(method, path)
                                        || GatewayRegistry.forWorkers(method, path)))
                .proofSecret(nodeKey)
                .workerSecret(parts.token())
                .grace(Duration.ofMillis(500))
                .routes(queen::add)
                .routes(registry::add)
                .routes(routes ->
                        routes.get("/v1/models/{sha256}/file", parts.files().handler(node)))
                .start();
    }

    /** Starts one on any free port; returns when it serves. */
    static Gateway start(Parts parts, String node, Tunnels tunnels) {
        return new Gateway(parts, node, tunnels);
    }

    /** Where it listens on this machine. */
    int port() {
        return server.port();
    }

    /** Where that machine reaches it, on its own loopback. */
    void reachedAt(int port) {
        there = port;
        server.alsoAt(port);
    }

    /** The port of {@link #urlThere}. */
    int portThere() {
        return there;
    }

    /** {@code http://127.0.0.1:41234}, on that machine. */
    String urlThere() {
        return "http://127.0.0.1:" + there;
    }

    @Override
    public void close() {
        server.close();
    }
}
