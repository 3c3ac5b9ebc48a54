package dev.rbee.service.models.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCacheTest {
    private static final String OLD = "1".repeat(40);
    private static final String NEW = "2".repeat(40);
    private static final String HASH = "a".repeat(64);

    @TempDir
    Path folder;

    private Path root;
    private Path model;

    @BeforeEach
    void cache() throws IOException {
        root = Files.createDirectories(folder.resolve("hub")).toRealPath();
        model = root.resolve("models--owner--Repo-GGUF");
        Files.createDirectories(model.resolve("blobs"));
        Files.createDirectories(model.resolve("refs"));
        Files.writeString(model.resolve("refs/main"), NEW);
    }

    private void link(String commit, String file, String blob) throws IOException {
        Path link = model.resolve("snapshots").resolve(commit).resolve(file);
        Files.createDirectories(link.resolveSibling(""));
        Path target = model.resolve("blobs").resolve(blob);
        if (!Files.exists(target)) {
            Files.writeString(target, blob);
        }
        Files.createSymbolicLink(link, link.resolveSibling("").relativize(target));
    }

    private List<Found> scan() throws IOException {
        return new HubCache(root, false).scan();
    }

    @Test
    void theNewestSnapshotCountsAndTheBlobsNameIsTheHash() throws IOException {
        link(OLD, "M-Q4_K_M.gguf", "b".repeat(64));
        link(NEW, "M-Q4_K_M.gguf", HASH);
        link(OLD, "M-Q8_0.gguf", "c".repeat(40));
        link(NEW, "mmproj-M-F16.gguf", "d".repeat(64));
        List<Found> found = scan();
        assertEquals(
                List.of("M-Q4_K_M", "M-Q8_0"),
                found.stream().map(Found::stem).sorted().toList());
        Found four = found.stream()
                .filter(each -> each.stem().equals("M-Q4_K_M"))
                .findFirst()
                .orElseThrow();
        assertEquals(HASH, four.sha256());
        assertEquals(List.of(model.resolve("blobs").resolve(HASH)), four.parts());
        assertEquals(model.resolve("blobs").resolve("d".repeat(64)), four.projector());
        assertEquals(List.of("hf:owner/Repo-GGUF:Q4_K_M", "hf:owner/Repo-GGUF/M-Q4_K_M.gguf"), four.refs());
        Found eight = found.stream()
                .filter(each -> each.stem().equals("M-Q8_0"))
                .findFirst()
                .orElseThrow();
        assertNull(eight.sha256(), "40 digits are no SHA-256");
    }

    @Test
    void partsKeepTheirNamesSoThatAnEngineFindsThem() throws IOException {
        link(NEW, "BF16/M-BF16-00001-of-00003.gguf", HASH);
        link(NEW, "BF16/M-BF16-00002-of-00003.gguf", "b".repeat(64));
        Found found = scan().getFirst();
        assertEquals(1, found.missing());
        assertEquals("M-BF16-00001-of-00003.gguf", found.first().getFileName().toString());
        assertEquals(model, found.within());
    }

    @Test
    void aLinkOutOfTheModelsFolderIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.gguf"), "GGUF");
        Path snapshot = Files.createDirectories(model.resolve("snapshots").resolve(NEW));
        Files.createSymbolicLink(snapshot.resolve("M-Q4_0.gguf"), secret);
        Path other = Files.createDirectories(root.resolve("models--other--Repo/blobs"));
        Files.writeString(other.resolve(HASH), "GGUF");
        Files.createSymbolicLink(snapshot.resolve("N-Q4_0.gguf"), other.resolve(HASH));
        assertEquals(List.of(), scan());
    }

    @Test
    void foldersThatAreNoModelsAreLeftOut() throws IOException {
        for (String name : List.of("datasets--a--b", "models--a", "models--a--b--c", "version.txt")) {
            Files.createDirectories(root.resolve(name).resolve("snapshots").resolve(NEW));
        }
        link("not-a-commit", "M-Q4_0.gguf", HASH);
        assertEquals(List.of(), scan());
    }
}
