package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.service.settings.DeclaredHive;
import dev.rbee.testing.Sshd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line with a real queen, a real SSH server and a real hive behind it. */
@Timeout(400)
class SetupIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private Sshd sshd;

    @BeforeEach
    void start() {
        sshd = Sshd.start(folder.resolve("machine"));
    }

    @AfterEach
    void end() {
        sshd.close();
    }

    @Test
    void machineIsAddedSeenRestartedAndRemoved() throws Exception {
        try (FleetOfMachines fleet = new FleetOfMachines(folder, List.of())) {
            Typist typist =
                    new Typist(folder.resolve("typist"), fleet.queen().queen.url());
            String[] add = {
                "setup",
                "add-node",
                "--name",
                "n1",
                "--ssh-host",
                "127.0.0.1",
                "--ssh-port",
                "" + sshd.port(),
                "--ssh-user",
                sshd.user(),
                "--ssh-key",
                sshd.key().toString(),
                "--accept-host-key",
                "SHA256:wrong"
            };
            Typist.Said stranger = typist.type(add);
            assertEquals(1, stranger.exit());
            assertTrue(stranger.err().contains("SHA256:wrong," + sshd.fingerprint()), stranger.err());
            assertEquals(List.of(), FleetOfMachines.listing(sshd));

            add[add.length - 1] = sshd.fingerprint();
            Typist.Said added = typist.type(add);
            assertEquals(0, added.exit(), added.err());
            assertEquals("Machine n1 is added; its hive is online.", added.out().strip());
            assertTrue(added.err().contains("@"), added.err());

            String address = sshd.user() + "@127.0.0.1:" + sshd.port();
            Typist.Said hives = typist.type("hive", "list");
            assertTrue(hives.out().contains("n1") && hives.out().contains(address), hives.out());
            assertTrue(typist.type("setup", "list-nodes").out().contains(address));
            assertEquals(
                    sshd.fingerprint(),
                    typist.type("setup", "test-node", "n1", "--json")
                            .json()
                            .path("fingerprint")
                            .asText());
            assertTrue(typist.type("hive", "logs", "n1").out().contains("hive"));
            assertEquals(0, typist.type("hive", "drain", "n1").exit());
            assertEquals(0, typist.type("hive", "resume", "n1").exit());
            Long before = fleet.client().hive("n1").pid();
            Typist.Said restarted = typist.type("hive", "restart", "n1");
            assertEquals(0, restarted.exit(), restarted.err());
            assertFalse(
                    before != null && before.equals(fleet.client().hive("n1").pid()));

            Typist.Said removed = typist.type("setup", "remove-node", "n1");
            assertEquals(0, removed.exit(), removed.err());
            assertEquals(List.of(), FleetOfMachines.listing(sshd));
            assertEquals(List.of(), fleet.nodes().list());
        }
    }

    @Test
    void sleepingMachineIsWokenAndItsHiveComesBack() throws Exception {
        try (FleetOfMachines fleet = new FleetOfMachines(folder, List.of(declared("3c:ec:ef:12:34:56")))) {
            await().atMost(LONG)
                    .until(() -> !fleet.client().hives().isEmpty()
                            && fleet.client().hive("n1").status() == HiveState.ONLINE);
            sshd.stop();
            sshd.killAll();
            await().atMost(LONG).until(() -> fleet.client().hive("n1").status() != HiveState.ONLINE);
            Typist typist =
                    new Typist(folder.resolve("typist"), fleet.queen().queen.url());
            CompletableFuture<Typist.Said> woken =
                    CompletableFuture.supplyAsync(() -> typist.type("hive", "wake", "n1"));
            await("packets are sent while nobody answers")
                    .atMost(LONG)
                    .until(() -> fleet.queen().queen.jobs().list().stream()
                            .anyMatch(job -> job.kind().equals("hive.wake") && job.state() == JobState.RUNNING));
            sshd.start();
            Typist.Said said = woken.get();
            assertEquals(0, said.exit(), said.err());
            assertEquals(HiveState.ONLINE, fleet.client().hive("n1").status());
        }
    }

    private DeclaredHive declared(String mac) {
        return new DeclaredHive(
                "n1",
                HiveMode.NETWORK,
                "127.0.0.1",
                7835,
                sshd.user(),
                sshd.key().toString(),
                sshd.port(),
                null,
                sshd.fingerprint(),
                null,
                null,
                null,
                null,
                mac);
    }
}
