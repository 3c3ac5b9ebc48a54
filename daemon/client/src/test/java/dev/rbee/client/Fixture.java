package dev.rbee.client;

import dev.rbee.http.Routes;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import dev.rbee.http.gate.FleetGate;
import java.time.Duration;
import java.util.function.Consumer;

/** Servers and remotes of tests. */
final class Fixture {
    static final String TOKEN = "rbee_test";
    static final Http HTTP = new Http();

    private Fixture() {}

    static Server server(int port, Consumer<Routes> routes) {
        return ServerSpec.builder("test", "i", new AdminGate(TOKEN))
                .port(port)
                .proofSecret(TOKEN)
                .grace(Duration.ofMillis(100))
                .routes(routes)
                .start();
    }

    /** One that takes worker keys everywhere. */
    static Server fleet(int port, Consumer<Routes> routes) {
        return ServerSpec.builder("test", "i", new FleetGate(TOKEN, (method, path) -> true))
                .port(port)
                .proofSecret(TOKEN)
                .grace(Duration.ofMillis(100))
                .routes(routes)
                .start();
    }

    static Remote remote(Server server) {
        return new Remote(server.url(), () -> Credential.admin(TOKEN), HTTP);
    }
}
