package dev.rbee.service.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaOptionsTest {
    @TempDir
    Path folder;

    @Test
    void aPartGetsWhatAllGetAndItsOwn() {
        JavaOptions options = JavaOptions.parse("# why\n\n[common]\n-a\n  -b \n[cli]\n-c\n[hive]\n");
        assertEquals(List.of("-a", "-b", "-c"), options.of("cli"));
        assertEquals(List.of("-a", "-b"), options.of("hive"));
        assertThrows(IllegalArgumentException.class, () -> options.of("bee"));
    }

    @Test
    void whatScriptsWouldReadOtherwiseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> JavaOptions.parse("-a\n"));
        assertThrows(IllegalArgumentException.class, () -> JavaOptions.parse("[cli]\n-a -b\n"));
    }

    @Test
    void everyPartOfThisBuildHasItsOptions() {
        for (String part : List.of("application", "cli", "daemon", "hive", "worker")) {
            List<String> options = JavaOptions.ofBuild().of(part);
            assertTrue(options.contains("--enable-native-access=ALL-UNNAMED"), part + options);
            assertTrue(options.stream().anyMatch(option -> option.startsWith("-Xmx")), part + options);
        }
    }

    @Test
    void childrenGetTheOptionsOfTheirPartTheCacheAndASortedClassPath() throws IOException {
        Path assets = Files.createDirectories(folder.resolve("assets"));
        Path cache = Files.createDirectories(folder.resolve("cache")).resolve("rbee.aot");
        Installation installation = new Installation(Path.of("/jre/bin/java"), "/l/a.jar", assets);
        List<String> bare = installation.java("hive", List.of("-Dx=1"), "Main");
        List<String> wanted = JavaOptions.ofBuild().of("hive");
        assertEquals("/jre/bin/java", bare.getFirst());
        assertEquals(wanted, bare.subList(1, wanted.size() + 1));
        assertEquals(
                List.of("-Dx=1", "-Drbee.assets=" + assets, "-cp", "/l/a.jar", "Main"),
                bare.subList(wanted.size() + 1, bare.size()));
        Files.createFile(cache);
        assertTrue(bare.stream().noneMatch(word -> word.contains("AOT")), bare.toString());
        assertTrue(installation.java("hive", List.of(), "Main").contains("-XX:AOTCache=" + cache));
        assertTrue(installation.java("worker", List.of(), "Main").contains("-XX:AOTCache=" + cache));
    }
}
