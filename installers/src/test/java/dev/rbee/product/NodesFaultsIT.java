package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Machines on which something is not as it should be, each with the words a user gets. */
@Timeout(240)
class NodesFaultsIT {
    @TempDir
    static Path folder;

    private static NodesFleet fleet;

    @BeforeAll
    static void start() throws IOException {
        fleet = new NodesFleet(Files.createDirectories(folder.resolve("queen")));
        fleet.start();
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @Test
    void strangersHostKeyIsAskedForAndAChangedOneStopsEverything() {
        try (Sshd machine = Sshd.start(folder.resolve("keys"))) {
            var add = NodesFleet.machine("keys", machine).put("start", false);
            Api.Answer unknown = fleet.add(add.deepCopy().without("accept_host_key"));
            assertEquals("host_key_unknown", unknown.code(), unknown.text());
            assertTrue(unknown.text().contains(machine.fingerprint()), unknown.text());
            assertFalse(machine.log().contains("Accepted"), machine.log());
            assertEquals("", fleet.added(add));
            assertEquals(200, fleet.about("test", "keys").status());

            String old = machine.fingerprint();
            machine.newHostKey();
            String said = machine.log();
            Api.Answer changed = fleet.about("test", "keys");
            assertEquals("host_key_changed", changed.code(), changed.text());
            assertTrue(changed.text().contains(old) && changed.text().contains(machine.fingerprint()), changed.text());
            String since = machine.log().substring(said.length());
            assertFalse(since.contains("Accepted") || since.contains("Failed"), since);
        }
    }

    @Test
    void wrongPasswordIsRefusedAndNothingIsSaved() {
        try (Sshd machine = Sshd.in(folder.resolve("password"))
                .password("right-horse")
                .noKeys()
                .start()) {
            var add = NodesFleet.machine("password", machine).put("start", false);
            add.remove("ssh_key_path");
            Api.Answer wrong = fleet.add(add.deepCopy().put("password", "wrong-horse"));
            assertEquals("ssh_login_refused", wrong.code(), wrong.text());
            assertTrue(fleet.node("password").isEmpty());
            assertEquals("", fleet.added(add.deepCopy().put("password", "right-horse")));
            assertEquals(200, fleet.about("test", "password").status());
            assertEquals(List.of(), Traces.inFiles(fleet.sandbox.home(), "/", List.of("right-horse", "wrong-horse")));
        }
    }

    @Test
    void fullDiskIsSaidAndLeavesNothingButItsNode() {
        // As large as a third of what is sent.
        try (Sshd machine =
                Sshd.in(folder.resolve("full")).fileSizeLimit(12 << 20).start()) {
            List<String> bare = Traces.listing(machine.home());
            JsonNode job = fleet.ended(fleet.added(NodesFleet.machine("full", machine)));
            assertEquals("storage_full", job.at("/error/code").asText(), job.toString());
            await().atMost(NodesFleet.SOON)
                    .until(() -> fleet.node("full").path("status").asText().equals("error"));
            assertFalse(fleet.node("full").path("message").asText().isBlank());
            assertEquals(200, fleet.about("remove", "full").status());
            assertEquals(bare, Traces.listing(machine.home()));
        }
    }

    @Test
    void homeThatCannotBeWrittenToIsFoundBeforeAnythingIsSent() {
        try (Sshd machine = Sshd.in(folder.resolve("readonly")).readOnlyHome().start()) {
            List<String> bare = Traces.listing(machine.home());
            JsonNode job = fleet.ended(fleet.added(NodesFleet.machine("readonly", machine)));
            assertEquals("node_unsuitable", job.at("/error/code").asText(), job.toString());
            assertEquals(bare, Traces.listing(machine.home()));
            assertEquals(200, fleet.about("remove", "readonly").status());
        }
    }

    @Test
    void cutUploadGoesOnWhereItEnded() {
        try (Sshd machine = Sshd.start(folder.resolve("cut"))) {
            String job = fleet.added(NodesFleet.machine("cut", machine));
            Path uploads = machine.home().resolve(".rbee-node/uploads");
            await().pollInterval(Duration.ofMillis(1)).atMost(NodesFleet.SOON).until(() -> arrived(uploads) > 0);
            machine.cutConnections();
            JsonNode first = fleet.ended(job);
            assertEquals("ssh_unreachable", first.at("/error/code").asText(), first.toString());
            fleet.awaitHive("cut", "online"); // the link goes on by itself
            assertEquals(200, fleet.about("remove", "cut").status());
        }
    }

    private static long arrived(Path uploads) {
        if (!Files.isDirectory(uploads)) {
            return 0;
        }
        try {
            return Traces.files(uploads).stream().mapToLong(NodesFaultsIT::size).sum();
        } catch (UncheckedIOException e) {
            return 0; // one of them went while they were listed
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
