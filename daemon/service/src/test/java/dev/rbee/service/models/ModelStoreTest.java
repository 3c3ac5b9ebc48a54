package dev.rbee.service.models;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.gguf.GgufInfo;
import dev.rbee.contract.models.ImportModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final Path ASSETS = Path.of(System.getProperty("rbee.assets"), "models");

    @TempDir
    Path folder;

    private ModelStore open() {
        return new ModelStore(folder.resolve("models"), ASSETS);
    }

    private Path file(String name) throws IOException {
        return Files.copy(ASSETS.resolve("rbee-demo.gguf"), folder.resolve(name));
    }

    private static Problem refused(Executable call) {
        return assertThrows(ProblemException.class, call).problem();
    }

    @Test
    void hashesInTheBackgroundAndRemembers() throws Exception {
        String sha;
        try (ModelStore store = open()) {
            await().until(() -> store.entry("demo").sha256() != null);
            sha = String.valueOf(store.entry("demo").sha256());
            assertEquals("demo", store.holding(List.of(sha)).orElseThrow().id());
        }
        assertTrue(Files.readString(folder.resolve("models/index.json")).contains(sha));
        try (ModelStore again = open()) {
            assertEquals(sha, again.entry("demo").sha256());
        }
    }

    @Test
    void damagedIndexIsMovedAside() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/index.json"), "{broken");
        try (ModelStore store = open()) {
            assertEquals(1, store.list().size());
        }
        assertTrue(Files.exists(folder.resolve("models/index.json.damaged")));
    }

    @Test
    void referencedFileThatBecameALinkIsNotFollowed() throws IOException {
        Path mine = file("mine.gguf");
        try (ModelStore store = open()) {
            ModelEntry entry = store.add(new ImportModel(mine.toString(), "mine", null));
            assertEquals("installed", entry.state());
            Files.delete(mine);
            Files.createSymbolicLink(mine, Path.of("/etc/passwd"));
            assertEquals("invalid", store.entry("mine").state());
            assertEquals(
                    "model_file_missing",
                    refused(() -> store.info(store.find("mine"))).code().wire());
        }
    }

    @Test
    void importThroughALinkRecordsTheRealFile() throws IOException {
        Path mine = file("blob.gguf");
        Path link = Files.createSymbolicLink(folder.resolve("nice.gguf"), mine);
        try (ModelStore store = open()) {
            assertEquals(
                    mine.toRealPath().toString(),
                    store.add(new ImportModel(link.toString(), "nice", false)).path());
        }
    }

    @Test
    void failedCopyLeavesNothing() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.gguf"), "GGUF and nothing more than that");
        try (ModelStore store = open()) {
            assertEquals(
                    "model_invalid",
                    refused(() -> store.add(new ImportModel(bad.toString(), "bad", true)))
                            .code()
                            .wire());
            try (var files = Files.list(store.folder())) {
                assertFalse(files.anyMatch(f -> f.toString().contains("bad")));
            }
        }
    }

    @Test
    void usedModelsStay() throws IOException {
        Path mine = file("mine.gguf");
        try (ModelStore store = open()) {
            store.add(new ImportModel(mine.toString(), null, true));
            assertEquals(
                    "model_in_use",
                    refused(() -> store.delete("mine", Set.of("mine"), false))
                            .code()
                            .wire());
            store.delete("mine", Set.of(), false);
            assertEquals(
                    "model_not_found", refused(() -> store.find("mine")).code().wire());
            assertTrue(Files.exists(mine));
        }
    }

    @Test
    void namesAreFileNamesAndNothingElse() {
        for (String bad :
                List.of("", ".", "..", "a/b", "a\\b", "-x", ".x", "a..b", "a b", "a\nb", "x".repeat(101), "ä")) {
            assertFalse(ModelNames.good(bad), bad);
        }
        assertTrue(ModelNames.good("Qwen2.5-0.5B_q4"));
        assertEquals("my-model-1-", ModelNames.from("my model (1).GGUF"));
    }

    @Test
    void memoryThatDoesNotSufficeIsSaidWithBothNumbers() {
        try (ModelStore store = open()) {
            GgufInfo demo = store.info(store.find("demo"));
            FitCheck.memory(demo, 256, 1, 1L << 40);
            Problem weights = refused(() -> FitCheck.memory(demo, 256, 1, 10L << 20));
            assertEquals("model", weights.param());
            long enough = FitCheck.needed(demo, 256, 1);
            Problem context = refused(() -> FitCheck.memory(demo, 100_000_000, 1, enough));
            assertEquals("ctx", context.param());
            assertTrue(context.message().startsWith("Short by "), context.message());
        }
    }
}
