package dev.rbee.service.queen.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnBundleTest {
    private static final String ENDING = "-linux-x64.tar.gz";

    @TempDir
    Path folder;

    private Path cache;
    private OwnBundle own;

    @BeforeEach
    void install() throws IOException {
        cache = folder.resolve("home/cache");
        Files.writeString(Files.createDirectories(folder.resolve("app/lib")).resolve("a.jar"), "jar");
        Files.writeString(
                Files.createDirectories(folder.resolve("app/node/bin")).resolve("rbee-hive"), "#!/bin/sh\n");
        Files.writeString(Files.createDirectories(folder.resolve("runtime")).resolve("release"), "25");
        list("0.1.0-aaaaaaaa");
        own = new OwnBundle(folder.resolve("app/node"), cache);
    }

    private void list(String version) throws IOException {
        Files.write(
                folder.resolve("app/node/contents"),
                List.of(
                        "rbee-node-" + version + "-linux-x64",
                        "x\tbin/rbee-hive\tnode/bin/rbee-hive",
                        "-\tlib/a.jar\tlib/a.jar",
                        "-\truntime/release\t../runtime/release"));
    }

    @Test
    void itIsMadeOnceOfTheInstalledFilesAndTellsItsHash() throws Exception {
        Path file = own.made(ENDING).orElseThrow();
        Bundle bundle = Bundle.of(file);
        assertEquals(BundleKind.NATIVE, bundle.kind());
        assertEquals("0.1.0-aaaaaaaa", bundle.version());
        Path to = Files.createDirectories(folder.resolve("unpacked"));
        Process tar = new ProcessBuilder("tar", "-xzf", file.toString(), "-C", to.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        assertEquals("jar", Files.readString(to.resolve("lib/a.jar")));
        assertEquals("25", Files.readString(to.resolve("runtime/release")));
        assertTrue(Files.isExecutable(to.resolve("bin/rbee-hive")));
        assertFalse(Files.isExecutable(to.resolve("lib/a.jar")));
        // Once: the second call reads no file again.
        Files.delete(folder.resolve("app/lib/a.jar"));
        assertEquals(file, own.made(ENDING).orElseThrow());
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOne() throws IOException {
        Path old = own.made(ENDING).orElseThrow();
        list("0.1.1-bbbbbbbb");
        Path now = own.made(ENDING).orElseThrow();
        assertFalse(Files.exists(old));
        assertEquals("0.1.1-bbbbbbbb", Bundle.of(now).version());
    }

    @Test
    void nothingIsMadeForOthersOrOfACheckout() throws IOException {
        assertEquals(Optional.empty(), own.made("-linux-arm64.tar.gz"));
        Files.delete(folder.resolve("app/node/contents"));
        assertEquals(Optional.empty(), own.made(ENDING));
        assertFalse(Files.exists(cache));
    }

    @Test
    void whereItCannotBeMadeThatIsSaidAndNothingIsLeft() throws IOException {
        Files.delete(folder.resolve("app/lib/a.jar"));
        ProblemException e = assertThrows(ProblemException.class, () -> own.made(ENDING));
        assertEquals(ProblemCode.INSTALL_FAILED, e.problem().code());
        try (var left = Files.list(cache)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
