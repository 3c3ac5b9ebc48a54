package dev.rbee.service.models.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OllamaStoreTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void blobs() throws IOException {
        root = Files.createDirectories(folder.resolve("ollama")).toRealPath();
        Files.createDirectories(root.resolve("blobs"));
        Files.createDirectories(root.resolve("manifests"));
        Files.writeString(root.resolve("blobs/sha256-" + A), "weights");
        Files.writeString(root.resolve("blobs/sha256-" + B), "eyes");
    }

    private void manifest(String path, String digest, String... more) throws IOException {
        StringBuilder layers = new StringBuilder(layer("model", digest));
        for (int i = 0; i < more.length; i += 2) {
            layers.append(',').append(layer(more[i], more[i + 1]));
        }
        Path file = root.resolve("manifests").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"schemaVersion\":2,\"layers\":[" + layers + "]}");
    }

    private static String layer(String kind, String digest) {
        return "{\"mediaType\":\"application/vnd.ollama.image." + kind + "\",\"digest\":\"" + digest + "\"}";
    }

    private List<Found> scan() throws IOException {
        return new OllamaStore(root, false).scan();
    }

    @Test
    void aTagIsAModelWithItsProjectorAndBothItsNames() throws IOException {
        manifest("registry.ollama.ai/library/llama3.2/3b", "sha256:" + A, "projector", "sha256:" + B);
        manifest("registry.ollama.ai/library/llama3.2/latest", "sha256:" + A, "projector", "sha256:" + B);
        List<Found> found = scan();
        assertEquals(1, found.size(), found.toString());
        assertEquals("llama3.2-3b", found.getFirst().stem());
        assertEquals(
                List.of(root.resolve("blobs/sha256-" + A)), found.getFirst().parts());
        assertEquals(root.resolve("blobs/sha256-" + B), found.getFirst().projector());
        assertEquals(List.of("llama3.2:3b", "llama3.2:latest"), found.getFirst().refs());
        assertEquals(A, found.getFirst().sha256());
    }

    @Test
    void othersModelsAndTheHubsHaveTheirOwnNames() throws IOException {
        manifest("registry.ollama.ai/someone/fine/7b", "sha256:" + A);
        manifest("hf.co/Owner/Repo-GGUF/Q4_K_M", "sha256:" + B);
        assertEquals(
                Map.of("fine-7b", List.of("someone/fine:7b"), "Repo-GGUF-Q4_K_M", List.of("hf:Owner/Repo-GGUF:Q4_K_M")),
                scan().stream().collect(java.util.stream.Collectors.toMap(Found::stem, Found::refs)));
    }

    @Test
    void aDigestThatIsNoneNamesNoPath() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        for (String bad : List.of(
                "sha256:../../secret",
                "sha256-" + A,
                "sha256:" + A + "/../../../secret",
                "sha256:" + A.toUpperCase(java.util.Locale.ROOT),
                secret.toString(),
                "")) {
            manifest("registry.ollama.ai/library/evil/1", bad);
            assertEquals(List.of(), scan(), bad);
        }
    }

    @Test
    void aBlobThatLeadsOutOfTheStoreIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("blobs/sha256-" + "c".repeat(64)), secret);
        manifest("registry.ollama.ai/library/evil/1", "sha256:" + "c".repeat(64));
        assertEquals(List.of(), scan());
    }

    @Test
    void adaptersAndNonsenseAreLeftOut() throws IOException {
        manifest("registry.ollama.ai/library/adapted/1", "sha256:" + A, "adapter", "sha256:" + B);
        Path broken = Files.createDirectories(root.resolve("manifests/registry.ollama.ai/library/broken"));
        Files.writeString(broken.resolve("1"), "{");
        Files.writeString(broken.resolve("2"), "[]");
        Files.write(broken.resolve("3"), new byte[(1 << 20) + 1]);
        assertEquals(List.of(), scan());
    }

    @Test
    void aFolderThatIsNotThereIsSaidToBeNone() {
        assertThrows(NoSuchFileException.class, () -> new OllamaStore(folder.resolve("none"), true).scan());
    }
}
