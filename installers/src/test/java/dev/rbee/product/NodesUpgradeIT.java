package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.testing.Sshd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A queen that brings other builds along than the one her machine runs. */
@Timeout(240)
class NodesUpgradeIT {
    @TempDir
    Path folder;

    private Path bundles;
    private Sshd machine;
    private NodesFleet fleet;

    @BeforeEach
    void start() throws IOException {
        machine = Sshd.start(folder.resolve("machine"));
        bundles = Files.createDirectories(folder.resolve("product/node"));
        Path assets = folder.resolve("product/assets");
        Files.createSymbolicLink(assets, Image.folder().resolve("assets"));
        fleet = new NodesFleet(Files.createDirectories(folder.resolve("queen")));
        fleet.sandbox.assets(assets);
    }

    @AfterEach
    void end() throws IOException {
        fleet.close();
        machine.close();
        Files.delete(folder.resolve("product/assets"));
    }

    /** The real bundle under a version of choice, the only one there. */
    private void bundle(String version) throws Exception {
        try (Stream<Path> all = Files.list(Image.folder().resolve("node"))) {
            Path real = all.filter(file -> file.toString().endsWith(suffix()))
                    .findFirst()
                    .orElseThrow();
            clear();
            Files.copy(real, named(version));
        }
        sum(version);
    }

    /** One that cannot start. */
    private void broken(String version) throws Exception {
        clear();
        Path program = Files.createDirectories(folder.resolve("broken/bin")).resolve("rbee-hive");
        Files.writeString(program, "#!/bin/sh\necho this build cannot start >&2\nexit 3\n");
        assertTrue(program.toFile().setExecutable(true));
        Process tar = new ProcessBuilder(
                        "tar",
                        "-czf",
                        named(version).toString(),
                        "-C",
                        folder.resolve("broken").toString(),
                        "bin")
                .start();
        assertEquals(0, tar.waitFor());
        sum(version);
    }

    private void clear() throws IOException {
        for (Path old : Traces.files(bundles)) {
            Files.delete(old);
        }
    }

    private static String suffix() {
        return "-linux-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64") + ".tar.gz";
    }

    private Path named(String version) {
        return bundles.resolve("rbee-node-" + version + suffix());
    }

    private void sum(String version) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(named(version)));
        Files.writeString(
                Path.of(named(version) + ".sha256"),
                HexFormat.of().formatHex(hash) + "  " + named(version).getFileName() + "\n");
    }

    private String runs() throws IOException {
        long pid = fleet.hive("n1").path("pid").asLong();
        String argv = new String(Files.readAllBytes(Path.of("/proc", pid + "", "cmdline")), StandardCharsets.UTF_8);
        return argv.replaceAll("(?s).*/versions/([^/]+)/assets.*", "$1");
    }

    @Test
    void hiveIsKeptCurrentAndGoesBackWhereTheNewBuildDoesNotComeUp() throws Exception {
        bundle("0.1.0-aaaaaaaa");
        fleet.start();
        fleet.done(fleet.added(NodesFleet.machine("n1", machine)));
        assertEquals("0.1.0-aaaaaaaa", runs());
        long first = fleet.hive("n1").path("pid").asLong();
        fleet.stop();

        broken("0.1.1-bbbbbbbb");
        fleet.start();
        await().atMost(NodesFleet.SOON).untilAsserted(() -> {
            assertEquals("online", fleet.hive("n1").path("status").asText());
            assertNotEquals(first, fleet.hive("n1").path("pid").asLong());
        });
        assertEquals("0.1.0-aaaaaaaa", runs());
        assertEquals("0.1.0-aaaaaaaa", fleet.node("n1").path("bundle").asText());
        assertTrue(fleet.log().contains("rolls back"), fleet.log());
        fleet.stop();

        bundle("0.1.1-cccccccc");
        fleet.start();
        await().atMost(NodesFleet.SOON).ignoreExceptions().untilAsserted(() -> {
            assertEquals("online", fleet.hive("n1").path("status").asText());
            assertEquals("0.1.1-cccccccc", runs());
        });
        fleet.infer("n1");
        assertEquals(200, fleet.about("remove", "n1").status());
        assertTrue(Files.notExists(machine.home().resolve(".rbee-node")));
    }
}
