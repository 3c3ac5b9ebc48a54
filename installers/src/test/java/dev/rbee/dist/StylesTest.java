package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.bundle.JarFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylesTest {
    @TempDir
    Path folder;

    @Test
    void theBinaryFormSaysTheSame() throws IOException {
        Path jar = jar("a/look.css", ".card { -fx-padding: 4px 8px; }\n.card:hover { -fx-opacity: 0.5; }\n");
        SortedMap<String, byte[]> styles = Styles.binary(jar, folder);
        assertEquals(List.of("a/look.bss"), List.copyOf(styles.keySet()));
        Path binary = Files.write(folder.resolve("look.bss"), styles.get("a/look.bss"));
        List<String> rules = Stylesheet.loadBinary(binary.toUri().toURL()).getRules().stream()
                .map(Rule::getDeclarations)
                .map(declarations -> declarations.getFirst().getProperty())
                .toList();
        assertEquals(List.of("-fx-padding", "-fx-opacity"), rules);
        Path packed = Files.write(folder.resolve("packed.jar"), JarFile.repacked(jar, entry -> true, styles));
        assertEquals(
                List.of("a/look.css", "a/look.bss"),
                List.copyOf(JarFile.entries(packed, entry -> true).keySet()));
    }

    private Path jar(String entry, String content) throws IOException {
        Path jar = folder.resolve("some.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
