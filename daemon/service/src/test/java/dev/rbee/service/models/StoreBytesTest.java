package dev.rbee.service.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.models.DeletedModel;
import dev.rbee.contract.models.GcReport;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes by what they are, names as further links to them. */
class StoreBytesTest {
    private static final Path ASSETS = Path.of(System.getProperty("rbee.assets"), "models");
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private ModelStore store;
    private String demo;
    private long size;

    @BeforeEach
    void open() throws IOException {
        store = new ModelStore(new StoreParts(
                folder.resolve("models"), ASSETS, List.of(), InstantSource.fixed(NOW), System::nanoTime, () -> {}));
        byte[] bytes = Files.readAllBytes(ASSETS.resolve("rbee-demo.gguf"));
        demo = HexFormat.of().formatHex(Hasher.digest().digest(bytes));
        size = bytes.length;
    }

    @AfterEach
    void close() {
        store.close();
    }

    private PartialPlan plan(String id, @Nullable String ref) {
        return new PartialPlan(
                "k" + id.toLowerCase(java.util.Locale.ROOT),
                id,
                ref,
                List.of(new PartialPlan.Piece("model", "sha256-" + demo, size, demo)));
    }

    private void install(String id, @Nullable String ref) throws IOException {
        Path blob = store.installs().place(demo);
        if (!Files.exists(blob)) {
            Files.copy(ASSETS.resolve("rbee-demo.gguf"), blob);
        }
        store.installs().install(plan(id, ref), List.of(demo));
    }

    @Test
    void twoNamesShareTheirBytesAndTheLastOneFreesThem() throws IOException {
        install("One", "hf:o/r:Q8_0");
        install("Two", null);
        assertTrue(Files.isSameFile(store.find("One").path(), store.find("Two").path()));
        assertEquals(demo, store.entry("One").sha256(), "known without being read again");
        assertEquals(0, store.delete("One", Set.of(), true).freedBytes());
        assertEquals("One", store.find("hf:o/r:q8_0").id());
        DeletedModel first = store.delete("hf:o/r:Q8_0", Set.of(), false);
        assertEquals(0, first.freedBytes(), first.message());
        assertTrue(first.message().contains("another name"), first.message());
        assertEquals(size, store.delete("Two", Set.of(), true).freedBytes());
        assertEquals(size, store.delete("Two", Set.of(), false).freedBytes());
        assertFalse(Files.exists(store.installs().place(demo)));
        assertThrows(ProblemException.class, () -> store.find("hf:o/r:Q8_0"));
    }

    @Test
    void aNameThatWasRemovedByHandLeavesBytesThatGcFrees() throws IOException {
        install("One", null);
        assertEquals(List.of(), store.collect("h", Duration.ofDays(7), false).items());
        Files.delete(folder.resolve("models/One.gguf"));
        GcReport would = store.collect("h", Duration.ofDays(7), true);
        assertEquals(size, would.freedBytes(), would.toString());
        assertTrue(Files.exists(store.installs().place(demo)));
        assertEquals(size, store.collect("h", Duration.ofDays(7), false).freedBytes());
        assertFalse(Files.exists(store.installs().place(demo)));
    }

    @Test
    void aPlainFileLendsItsBytesToADownloadOfTheSame() throws IOException {
        Path plain = store.folder().resolve("Plain.gguf");
        Files.copy(ASSETS.resolve("rbee-demo.gguf"), plain);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> store.list().stream().allMatch(each -> each.sha256() != null));
        Path blob = store.installs()
                .have(demo, size, java.util.Optional.of(store.find("Plain").stamp()))
                .orElseThrow();
        assertTrue(Files.isSameFile(plain, blob));
    }

    @Test
    void gcTakesDownloadsThatNobodyGoesOnWithAndNoOthers() throws IOException {
        PartialPlan old = plan("Old", null);
        assertTrue(store.partials().begin(old));
        Path part = store.partials().part(old.files().getFirst());
        Files.write(part, new byte[1000]);
        assertEquals(
                "partial",
                store.list().stream()
                        .filter(e -> e.id().equals("Old"))
                        .findFirst()
                        .orElseThrow()
                        .state());
        Path planFile = part.resolveSibling(old.key() + ".plan");
        for (Path each : List.of(part, planFile)) {
            Files.setLastModifiedTime(each, FileTime.from(NOW.minus(Duration.ofDays(8))));
        }
        assertEquals(List.of(), store.collect("h", Duration.ofDays(7), false).items(), "it is going on");
        store.partials().leave(old);
        assertEquals(List.of(), store.collect("h", Duration.ofDays(9), false).items(), "it is not old");
        assertEquals(1000 + 0, store.collect("h", Duration.ofDays(7), true).freedBytes() - Files.size(planFile));
        assertEquals(1, store.collect("h", Duration.ofDays(7), false).items().size());
        assertFalse(Files.exists(part));
        assertTrue(store.list().stream().noneMatch(each -> each.id().equals("Old")));
    }

    @Test
    void aSplitModelIsOneAndSaysWhatIsMissing() throws IOException {
        Path first = store.folder().resolve("Big-00001-of-00002.gguf");
        Files.copy(ASSETS.resolve("rbee-demo.gguf"), first, StandardCopyOption.REPLACE_EXISTING);
        ModelEntry entry = store.entry("Big");
        assertEquals("invalid", entry.state());
        assertEquals("Of its 2 files 1 is missing.", entry.message());
        ProblemException missing = assertThrows(ProblemException.class, () -> store.info(store.find("Big")));
        assertEquals("model_file_missing", missing.problem().code().wire());
    }
}
