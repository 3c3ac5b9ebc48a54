package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.hives.RegisteredHive;
import dev.rbee.contract.workers.HeartbeatReply;
import dev.rbee.contract.workers.SpawnWorker;
import dev.rbee.contract.workers.SpawnedWorker;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import dev.rbee.service.hive.boot.HiveMain;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.RunFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a queen hears of a hive, by a server that only listens. */
@Timeout(120)
class HiveNewsIT {
    @TempDir
    Path folder;

    private final List<RegisterHive> registered = new CopyOnWriteArrayList<>();
    private final List<HiveState> states = new CopyOnWriteArrayList<>();
    private final List<String> gone = new CopyOnWriteArrayList<>();

    @Test
    void queenHearsOfHiveBeatsAndTheEndOfAWorkerAtOnce() {
        Home home = Home.at(folder.resolve("home"));
        String token = home.token(new SecureRandom());
        Server queen = ServerSpec.builder("queen", "queen-1", new AdminGate(token))
                .proofSecret(token)
                .grace(Duration.ZERO)
                .routes(r -> r.post("/v1/hives/register", x -> {
                            registered.add(x.body(RegisterHive.class));
                            x.json(200, new RegisteredHive(true, "local", 300, "welcome"));
                        })
                        .post("/v1/hive-heartbeat", x -> {
                            HiveHeartbeat beat = x.body(HiveHeartbeat.class);
                            if (beat.hive() != null && beat.hive().status() != null) {
                                states.add(beat.hive().status());
                            }
                            x.json(200, new HeartbeatReply("ok", "", 300));
                        })
                        .delete("/v1/workers/{id}", x -> {
                            gone.add(x.path("id") + " " + x.query("reason").orElse(""));
                            x.json(200, "ok");
                        }))
                .start();
        home.runFile("queen").write(new RunFile.Content(queen.port(), 1, "queen-1", queen.url()));
        HiveServer hive = HiveMain.start(HiveProcess.options(home));
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> states.contains(HiveState.ONLINE));
            RegisterHive self = registered.getFirst();
            assertEquals(hive.port(), self.port());
            assertNotNull(self.capabilities());

            HiveCalls calls = new HiveCalls(hive.url(), token);
            SpawnedWorker worker =
                    calls.client.spawn(new SpawnWorker("demo", null, null, null, null, null, null, null));
            ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(3)).until(() -> !gone.isEmpty());
            assertTrue(gone.getFirst().startsWith(worker.workerId() + " it ended with exit code 137"), gone.toString());
        } finally {
            hive.stop(Duration.ofSeconds(1));
            queen.close();
        }
        assertEquals(HiveState.DRAINING, states.getLast());
    }
}
