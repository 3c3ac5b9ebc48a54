package dev.rbee.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.settings.about.Licences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of licences in the settings against what the product is made of. */
class LicencesIT {
    @Test
    void everyJarOfTheProductIsListed() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String folder : List.of("lib", "app")) {
            try (Stream<Path> files = Files.list(Image.folder().resolve(folder))) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(".jar"))
                        .forEach(jars::add);
            }
        }
        assertTrue(jars.size() > 50, jars.toString());
        assertEquals(List.of(), Licences.read().unknown(jars));
    }
}
