package dev.rbee.contract.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What earlier releases wrote still parses, and is written back with the same names and values. */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> goldenJsonStillRoundTrips() throws IOException {
        List<Path> files;
        try (var found = Files.walk(GOLDEN)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 15, "golden files are missing");
        return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> roundTrip(file)));
    }

    private static void roundTrip(Path file) throws Exception {
        String type = file.getFileName().toString().replaceFirst("\\.json$", "");
        byte[] golden = Files.readAllBytes(file);
        Object value = Json.read(golden, Class.forName("dev.rbee.contract." + type));
        assertEquals(Json.tree(golden), Json.tree(Json.bytes(value)));
    }
}
