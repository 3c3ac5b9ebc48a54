package dev.rbee.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gathers the packages of all systems for a release, {@code .ci/collect}, as it is. */
class CollectTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path release;

    private String said = "";

    @BeforeEach
    void tools() {
        Tools.need("bash", "jq", "sha256sum");
    }

    private int collect() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", ROOT.resolve(".ci/collect").toString(), "1.2.3", release.toString());
        builder.environment().keySet().removeIf(name -> name.equals("GPG_KEY") || name.equals("MINISIGN_KEY"));
        Process process = builder.redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    /** A file of every name. */
    private List<String> packages() throws IOException {
        List<String> names = new ArrayList<>();
        JsonNode list =
                new ObjectMapper().readTree(ROOT.resolve(".ci/packages.json").toFile());
        for (JsonNode system : list) {
            for (JsonNode file : system.get("files")) {
                String name = file.asText().replace("VERSION", "1.2.3").replace("*", "0a1b2c3d");
                Files.writeString(release.resolve(name), name);
                names.add(name);
            }
        }
        assertTrue(names.size() > 15, names.toString());
        return names;
    }

    @Test
    void everyPackageHasItsChecksum() throws Exception {
        List<String> names = packages();
        assertEquals(0, collect(), said);
        List<String> sums = Files.readAllLines(release.resolve("SHA256SUMS"));
        assertEquals(
                names.stream().sorted().toList(),
                sums.stream().map(line -> line.substring(66)).toList());
        assertTrue(sums.stream().allMatch(line -> line.matches("[0-9a-f]{64} {2}[^/]+")), sums.toString());
        assertFalse(Files.exists(release.resolve("SHA256SUMS.asc")), "there is no key");
    }

    @Test
    void missingPackageStopsTheRelease() throws Exception {
        String gone = packages().getFirst();
        Files.delete(release.resolve(gone));
        assertNotEquals(0, collect());
        assertTrue(said.contains(gone + ": 0 files, not one"), said);
        assertFalse(Files.exists(release.resolve("SHA256SUMS")));
    }
}
