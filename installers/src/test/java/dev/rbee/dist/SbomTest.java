package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomTest {
    @TempDir
    Path root;

    private Path maven = Path.of("");

    @BeforeEach
    void image() throws IOException {
        Files.createDirectories(root.resolve("lib/runtime"));
        Files.writeString(
                root.resolve("lib/runtime/release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_RUNTIME_VERSION=\"25.0.3+9\"\n");
        Files.createDirectories(root.resolve("lib/app/assets/models"));
        Files.writeString(root.resolve("lib/app/assets/models/rbee-demo.gguf"), "abc");
        maven = root.resolve("bom.json");
        Files.writeString(maven, """
                {"bomFormat": "CycloneDX", "metadata": {"component": {"name": "rbee-installers", "version": "0.1.0"}},
                 "components": [{"name": "okhttp-jvm", "version": "5.5.1"}, {"name": "javafx-base", "version": "26.0.2"}]}
                """);
    }

    private Sbom of(String... jars) {
        return new Sbom(new ProductImage(root, new Jars(List.of(jars), List.of()), Layout.LINUX), "0.1.1");
    }

    @Test
    void javaAndModelAreParts() throws IOException {
        Path to = root.resolve("rbee.cdx.json");
        of("lib/okhttp-jvm-5.5.1.jar", "lib/javafx-base-26.0.2-linux.jar").write(maven, to);
        JsonNode list = new ObjectMapper().readTree(to.toFile());
        assertEquals("rbee", list.at("/metadata/component/name").asText());
        assertEquals("0.1.1", list.at("/metadata/component/version").asText());
        assertEquals(4, list.get("components").size());
        assertEquals("25.0.3+9", list.at("/components/2/version").asText());
        assertEquals("Somebody", list.at("/components/2/supplier/name").asText());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                list.at("/components/3/hashes/0/content").asText());
    }

    @Test
    void jarThatNobodyListsStopsTheBuild() {
        IOException failure = assertThrows(
                IOException.class, () -> of("lib/unheard-of-1.0.jar").write(maven, root.resolve("x.json")));
        assertTrue(String.valueOf(failure.getMessage()).contains("unheard-of-1.0.jar"));
    }
}
