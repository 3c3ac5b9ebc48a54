package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.rbee.client.ModelsClient;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import dev.rbee.service.hive.HiveServer;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.settings.SettingsLoader;
import dev.rbee.testing.Sshd;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model of this machine's hive gets to a machine behind SSH, through its tunnel and its gateway. */
@Timeout(400)
class LinkedFilesIT {
    private static final Path DEMO = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");

    @TempDir
    Path folder;

    @Test
    void aFileGoesThroughTheTunnel() throws Exception {
        Settings settings = SettingsLoader.load(folder.resolve("none.toml"), Map.of(), Map.of("models.adopt", "false"))
                .settings();
        Path models = Files.createDirectories(folder.resolve("here/models"));
        byte[] tail = new byte[2_000_000];
        new Random(5).nextBytes(tail);
        try (OutputStream out = Files.newOutputStream(models.resolve("Mine-Q8_0.gguf"))) {
            out.write(Files.readAllBytes(DEMO));
            out.write(tail);
        }
        try (Sshd sshd = Sshd.start(folder.resolve("machine"));
                FleetOfMachines fleet = new FleetOfMachines(folder, List.of())) {
            fleet.done(Objects.requireNonNull(
                    fleet.nodes().add(FleetOfMachines.machine("n1", sshd, true)).jobId()));
            HiveServer here = HubFleet.start(folder, "here", fleet.queen().queen.port(), settings);
            try {
                ModelsClient client = new ModelsClient(fleet.queen().remote());
                await("the file's hash").atMost(HubFleet.LONG).until(() -> hash(client, "here") != null);
                JobInfo done = fleet.done(
                        client.pull(new PullModel("mine-q8_0", "n1", null)).jobId());
                assertNotNull(done.result());
                assertEquals("n1", done.result().path("hive").asText());
                assertEquals(hash(client, "here"), hash(client, "n1"));
            } finally {
                here.stop(Duration.ofSeconds(1));
            }
        }
    }

    private static @Nullable String hash(ModelsClient client, String hive) {
        return client.catalog().stream()
                .filter(entry -> hive.equals(entry.hive()) && entry.id().equals("Mine-Q8_0"))
                .map(ModelEntry::sha256)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
