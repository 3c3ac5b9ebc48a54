package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Path FOLDER = Path.of("/home/bee/models");

    private static Arguments of(String... words) {
        return Arguments.parse(Arguments.whole(List.of(words), FOLDER));
    }

    private static List<String> files(String... words) {
        return of(words).files().stream().map(File::getPath).toList();
    }

    @Test
    void filesAreMeantInTheFolderOfWhoeverNamesThem() {
        assertEquals(List.of("/home/bee/models/a.gguf", "/b.gguf", "/home/bee/c"), files("a.gguf", "/b.gguf", "../c"));
        assertEquals(List.of("/home/bee/models/app"), files("app", "app"), "the command, then a file");
        assertEquals(List.of(), files("--background", "-x", "", " "));
    }

    @Test
    void desktopsGiveFilesAsAddresses() {
        assertEquals(
                List.of("/m/a b+ü.gguf", "/m/c.gguf", "/m/d.gguf"),
                files("file:///m/a%20b+%C3%BC.gguf", "FILE:/m/c.gguf", "file://localhost/m/d.gguf"));
        assertEquals(List.of("/home/bee/models/file:/elsewhere/m.gguf"), files("file://elsewhere/m.gguf"));
        assertEquals(1, files("file:///m/half%2.gguf").size(), "found nowhere, which is said");
        assertEquals(1, files("file:x.gguf").size());
        assertEquals(1, files("file:///m?x=1").size());
    }

    @Test
    void linksStayAsTheyAre() {
        Arguments read = of("rbee://chat?prompt=a/../b", "RBEE:nonsense", "x.gguf");
        assertEquals(List.of("rbee://chat?prompt=a/../b", "RBEE:nonsense"), read.links());
        assertEquals(1, read.files().size());
        assertFalse(read.toString().contains("prompt"));
    }

    @Test
    void theWindowStaysAwayOnlyWhereNothingIsToBeShown() {
        assertTrue(of("--background").hidden());
        assertFalse(of("--background", "a.gguf").hidden());
        assertFalse(of("--background", "rbee://chat").hidden());
        assertFalse(of().hidden());
    }

    @Test
    void whateverIsGivenFitsThroughTheDoor() {
        Arguments many = of(Collections.nCopies(500, "a.gguf").toArray(String[]::new));
        assertEquals(24, many.files().size());
        assertEquals(476, many.left());
        assertEquals(0, of("--left-out=many", "--left-out=-3").left());

        String link = "rbee://chat?prompt=" + "\u0001".repeat(100_000);
        assertEquals(4097, of(link).links().getFirst().length(), "too long still");
        List<String> worst = Arguments.whole(Collections.nCopies(500, "/" + "\u0001".repeat(100_000)), FOLDER);
        assertTrue(Json.write(worst).getBytes(StandardCharsets.UTF_8).length < 1_000_000);
    }
}
