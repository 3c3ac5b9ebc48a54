package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rbee.service.home.JavaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which packages a system gets, and what their makers are told. */
class PackagesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Jars JARS =
            new Jars(List.of("lib/a.jar", "lib/rbee-service-0.1.0.jar"), List.of("app/rbee-app-0.1.0.jar"));

    private static Order order(Path work, String version) {
        return new Order(ROOT, work, work, work, version, Instant.EPOCH);
    }

    @Test
    void nothingSaidIsTheSystemsOwn() {
        assertEquals(List.of("deb"), Packages.wanted("native", Layout.LINUX));
        assertEquals(List.of("msi"), Packages.wanted("native", Layout.WINDOWS));
        assertEquals(List.of("dmg"), Packages.wanted("native", Layout.MACOS));
        assertEquals(List.of("image", "deb", "rpm"), Packages.wanted("image deb rpm", Layout.LINUX));
        assertEquals(List.of(), Packages.wanted("", Layout.LINUX));
    }

    @Test
    void otherSystemsPackagesAreRefused(@TempDir Path work) {
        ProductImage image = new ProductImage(work, JARS, Layout.LINUX);
        assertThrows(IOException.class, () -> new Packages(order(work, "0.1.0"), image, "linux-x64").make("msi"));
    }

    /** The list that the workflows go by knows the types, and a file of each. */
    @Test
    void workflowsMakeWhatIsThere() throws IOException {
        JsonNode systems =
                new ObjectMapper().readTree(ROOT.resolve(".ci/packages.json").toFile());
        assertEquals(5, systems.size());
        for (JsonNode system : systems) {
            Layout layout = Layout.valueOf(system.get("system").asText().toUpperCase(Locale.ROOT));
            List<String> types = List.of(system.get("types").asText().split(" "));
            assertEquals(
                    Packages.of(layout).stream().sorted().toList(),
                    types.stream().sorted().toList());
            for (String type : types) {
                String end = "." + (type.equals("image") ? "tar.gz" : type);
                long files = 0;
                for (JsonNode file : system.get("files")) {
                    files += file.asText().endsWith(end) && !file.asText().startsWith("rbee-node") ? 1 : 0;
                }
                assertEquals(1, files, system + " " + type);
            }
        }
    }

    @Test
    void programsOfWindowsHaveAConsoleWhereTheySpeakToOne(@TempDir Path work) throws IOException {
        AppImage image = new AppImage(order(work, "0.1.0-rc.1"), Layout.WINDOWS, work, JARS);
        List<String> command = image.command(work, work);
        assertTrue(command.contains("--win-console"));
        assertEquals("0.1.0", command.get(command.indexOf("--app-version") + 1));
        assertTrue(command.get(command.indexOf("--icon") + 1).endsWith("rbee.ico"));
        assertTrue(image.properties(Program.APPLICATION).contains("win-console=false"));
        assertTrue(image.properties(Program.DAEMON).contains("win-console=true"));
    }

    @Test
    void imageOfMacHasAVersionThatJpackageTakes(@TempDir Path work) throws IOException {
        List<String> command = new AppImage(order(work, "0.1.0"), Layout.MACOS, work, JARS).command(work, work);
        assertEquals("1.1.0", command.get(command.indexOf("--app-version") + 1));
        assertTrue(command.get(command.indexOf("--icon") + 1).endsWith("rbee.icns"));
        assertFalse(command.contains("--win-console"));
    }

    @Test
    void programsFindTheirCommandOnEverySystem() {
        JavaOptions options = JavaOptions.ofBuild();
        String linux = Program.COMMAND.configuration(JARS, options, "0.1.0", Layout.LINUX);
        assertTrue(linux.contains("java-options=-Drbee.command=$BINDIR/rbee\n"), linux);
        String windows = Program.DAEMON.configuration(JARS, options, "0.1.0", Layout.WINDOWS);
        assertTrue(windows.contains("java-options=-Drbee.command=$BINDIR/rbee.exe\n"), windows);
        assertTrue(windows.contains("=$APPDIR/lib/*;$APPDIR/app/*\n"), windows);
    }

    @Test
    void rpmOwnsItsFilesAndSharesTheFolders(@TempDir Path tree) throws IOException {
        Files.createDirectories(tree.resolve("opt/rbee/bin"));
        Files.createFile(tree.resolve("opt/rbee/bin/rbee"));
        Files.createDirectories(tree.resolve("usr/share/man/man1"));
        Files.createFile(tree.resolve("usr/share/man/man1/rbee.1.gz"));
        Files.createDirectories(tree.resolve("usr/share/doc/rbee"));
        Files.createFile(tree.resolve("usr/share/doc/rbee/copyright"));
        Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(tree.resolve("usr/bin/rbee"), Path.of("/opt/rbee/bin/rbee"));
        assertEquals(
                List.of(
                        "%dir \"/opt/rbee\"",
                        "%dir \"/opt/rbee/bin\"",
                        "\"/opt/rbee/bin/rbee\"",
                        "\"/usr/bin/rbee\"",
                        "%dir \"/usr/share/doc/rbee\"",
                        "%doc \"/usr/share/doc/rbee/copyright\"",
                        "\"/usr/share/man/man1/rbee.1.gz*\""),
                Rpm.files(tree));
        assertEquals("1.2.3~rc.1", Rpm.version("1.2.3-rc.1"));
    }
}
