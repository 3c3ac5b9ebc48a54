package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.Http;
import dev.rbee.client.WorkerClient;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.inference.ChatRequest;
import dev.rbee.contract.json.Json;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of two machines that are reached over SSH, from bare to bare: each test goes on where the one before ended. */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {
    private static final Duration SOON = NodesFleet.SOON;

    @TempDir
    static Path folder;

    private static Sshd one;
    private static Sshd two;
    private static NodesFleet fleet;
    private static List<String> bare;

    @BeforeAll
    static void start() throws IOException {
        one = Sshd.start(folder.resolve("one"));
        two = Sshd.start(folder.resolve("two"));
        bare = Traces.listing(one.home());
        fleet = new NodesFleet(Files.createDirectories(folder.resolve("queen")));
        fleet.start();
    }

    @AfterAll
    static void stop() {
        fleet.close();
        one.close();
        two.close();
    }

    @Test
    @Order(1)
    void bareMachinesBecomeHivesAndAnswerThroughTheirTunnels() {
        long begin = System.nanoTime();
        Running byHand = setup("n2", two);
        String first = fleet.added(NodesFleet.machine("n1", one));
        assertEquals("online", fleet.done(first).at("/result/status").asText());
        fleet.spawn("n1");
        fleet.infer("n1");
        System.err.println("figure: two machines added at once, first token of one after "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
        assertEquals(0, byHand.awaitExit(SOON), byHand::said);
        assertTrue(byHand.stdout().contains("n2"), byHand.said());
        fleet.spawn("n2");
        fleet.infer("n2");

        JsonNode worker = fleet.workers("n1").getFirst();
        assertEquals("demo", worker.path("model_ref").asText());
        assertFalse(one.loopbackPorts().isEmpty());
        assertTrue(Traces.listing(one.home()).contains(".rbee-node/current"));
        // Without the queen, as the application's chat does it: the same client, through the tunnel.
        try (Http http = new Http()) {
            String token = fleet.sandbox.token();
            WorkerClient direct = WorkerClient.of(
                    http, worker.path("url").asText(), worker.path("id").asText(), token);
            assertTrue(direct.remote().proven());
            JsonNode answer = direct.chat(Json.read(
                    "{\"model\":\"demo\",\"max_tokens\":8,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}",
                    ChatRequest.class));
            assertFalse(answer.at("/choices/0/message/content").asText().isBlank(), answer.toString());
        }
    }

    /** The same as a user does it. */
    private static Running setup(String name, Sshd machine) {
        return Running.start(
                fleet.sandbox,
                "setup",
                "add-node",
                "--name",
                name,
                "--ssh-host",
                "127.0.0.1",
                "--ssh-port",
                Integer.toString(machine.port()),
                "--ssh-user",
                machine.user(),
                "--ssh-key",
                machine.key().toString(),
                "--accept-host-key",
                machine.fingerprint(),
                "--yes");
    }

    @Test
    @Order(2)
    void nothingListensBeyondLoopbackAndNoSecretIsToBeSeen() throws IOException {
        String token = fleet.sandbox.token();
        String nodeKey = Keys.nodeKey(token, "n1");
        List<String> secrets = List.of(token, nodeKey, "rbw_");
        assertEquals(List.of(), one.listening());
        assertEquals(List.of(), two.listening());
        List<Long> processes = new ArrayList<>(one.processes());
        assertTrue(processes.size() >= 2, processes.toString());
        fleet.sandbox.processes().forEach(process -> processes.add(process.pid()));
        assertEquals(List.of(), Traces.inProcesses(processes, secrets));
        assertEquals(List.of(), Traces.inFiles(one.home(), "/logs/", secrets));
        assertEquals(List.of(), Traces.inFiles(fleet.sandbox.home(), "/logs/", secrets));
        assertEquals(List.of(), Traces.inFiles(fleet.sandbox.home(), "beehives.db", secrets));
        // The installation's token leaves this machine in no form; the machine's own key is for its user alone.
        assertEquals(List.of(), Traces.inFiles(one.home().resolve(".rbee-node/home"), "/", List.of(token, "rbw_")));
        Path there = one.home().resolve(".rbee-node/home/token");
        assertEquals(nodeKey, Files.readString(there).strip());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(there)));
    }

    @Test
    @Order(3)
    void cutConnectionHealsAndNothingIsThereTwice() {
        long hive = fleet.hive("n1").path("pid").asLong();
        JsonNode worker = fleet.workers("n1").getFirst();
        int logins = one.log().split("Accepted publickey", -1).length;
        one.cutConnections();
        await().atMost(SOON).until(() -> one.log().split("Accepted publickey", -1).length > logins);
        await().atMost(SOON).untilAsserted(() -> {
            assertEquals("online", fleet.hive("n1").path("status").asText());
            assertEquals(1, fleet.workers("n1").size());
        });
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> fleet.infer("n1"));
        assertEquals(hive, fleet.hive("n1").path("pid").asLong());
        assertEquals(worker.path("id"), fleet.workers("n1").getFirst().path("id"));
        assertEquals(worker.path("pid"), fleet.workers("n1").getFirst().path("pid"));
    }

    @Test
    @Order(4)
    void queenThatRestartsFindsHiveAndWorkerAsTheyWere() {
        long hive = fleet.hive("n1").path("pid").asLong();
        long worker = fleet.workers("n1").getFirst().path("pid").asLong();
        fleet.stop();
        assertTrue(
                ProcessHandle.of(hive).isPresent() && ProcessHandle.of(worker).isPresent());
        fleet.start();
        fleet.awaitHive("n1", "online");
        fleet.awaitHive("n2", "online");
        await().atMost(SOON).until(() -> fleet.workers("n1").size() == 1);
        assertEquals(hive, fleet.hive("n1").path("pid").asLong());
        assertEquals(worker, fleet.workers("n1").getFirst().path("pid").asLong());
        fleet.infer("n1");
    }

    @Test
    @Order(5)
    void rebootedMachineComesBackByItself() {
        long before = fleet.hive("n1").path("pid").asLong();
        one.reboot();
        await().atMost(SOON).untilAsserted(() -> {
            assertEquals("online", fleet.hive("n1").path("status").asText());
            assertNotEquals(before, fleet.hive("n1").path("pid").asLong());
        });
        fleet.infer("n1");
        assertEquals("online", fleet.hive("n2").path("status").asText());
    }

    @Test
    @Order(6)
    void removedMachineIsAsBareAsItWas() {
        Api.Answer removed = fleet.about("remove", "n1");
        assertEquals(200, removed.status(), removed.text());
        assertEquals(0, removed.json().path("left").size(), removed.text());
        await().atMost(SOON).until(() -> one.processes().isEmpty());
        assertEquals(bare, Traces.listing(one.home()));
        assertTrue(fleet.node("n1").isEmpty());
        assertEquals(1, fleet.workers("n2").size());

        Running byHand = Running.start(fleet.sandbox, "setup", "remove-node", "n2", "--yes");
        assertEquals(0, byHand.awaitExit(SOON), byHand::said);
        await().atMost(SOON).until(() -> two.processes().isEmpty());
        assertEquals(bare, Traces.listing(two.home()));
    }
}
