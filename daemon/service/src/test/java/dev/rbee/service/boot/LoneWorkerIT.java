package dev.rbee.service.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.cli.Daemons;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.settings.SettingsLoader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker started by hand is a real process on a port of its own. */
@Timeout(120)
class LoneWorkerIT {
    @TempDir
    Path dir;

    @Test
    void itTakesTheFirstFreePortOfTheWorkers() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int first = other.getLocalPort();
            int last = Math.min(65_535, first + 200);
            int port = run(null, first + "-" + last);
            assertTrue(port > first && port <= last, port + " of " + first + "-" + last);
        }
    }

    @Test
    void aPortThatIsNamedIsTheOneAndZeroIsAny() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        assertEquals(free, run(free, "1-1"));
        assertTrue(run(0, "1-1") > 1);
    }

    /** Starts it, stops it as soon as it serves, and says on which port it did. */
    private int run(@Nullable Integer port, String range) {
        Home home = Home.at(dir.resolve("home")).create();
        Settings settings = SettingsLoader.load(dir.resolve("rbee.toml"), Map.of("RBEE_WORKER_PORTS", range), Map.of())
                .settings();
        AtomicInteger served = new AtomicInteger();
        StopOrder stop = new StopOrder(() -> {});
        int exit = new LoneWorkerProcess(home, Installation.current(), settings)
                .run(new Daemons.LoneWorker("demo", port), stop, url -> {
                    served.set(URI.create(url).getPort());
                    stop.order();
                });
        assertEquals(0, exit);
        return served.get();
    }
}
