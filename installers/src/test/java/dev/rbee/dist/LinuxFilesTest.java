package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rbee.app.launch.RbeeApp;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What Linux is told of rbee, without making a package. */
@DisabledOnOs(OS.WINDOWS)
class LinuxFilesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCRIPTS = ROOT.resolve("jpackage/linux/debian");

    @TempDir
    Path folder;

    private Order order(String version) {
        return new Order(ROOT, folder, folder, folder, version, Instant.parse("2026-11-21T00:00:00Z"));
    }

    private Path share() throws IOException {
        Path share = folder.resolve("share");
        Share.ofPackage(order("1.2.3")).write(share, share.resolve("units"));
        return share;
    }

    private static void accepted(String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, command[0]))),
                command[0] + " is not installed, so that this was left out");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void serversGetNoWindowsLibraries() throws IOException {
        String control = new Deb(
                        order("1.2.3-rc.1"), new ProductImage(folder, new Jars(List.of(), List.of()), Layout.LINUX))
                .control("amd64", 2049);
        Map<String, String> fields = control.lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        assertEquals("1.2.3~rc.1", fields.get("Version"));
        assertEquals("3", fields.get("Installed-Size"));
        assertEquals("libc6 (>= 2.17), libgcc-s1, libgomp1, libstdc++6", fields.get("Depends"));
        assertTrue(control.contains("\nRecommends: libgtk-3-0t64 | libgtk-3-0, "));
        assertFalse(
                control.contains("@1") || control.contains("@v") || control.contains("@a") || control.contains("@s"));
        assertTrue(control.lines().allMatch(line -> !line.startsWith(" ") || line.length() <= 80));
        assertTrue(control.endsWith("\n"));
    }

    @Test
    void desktopStartsItAndGivesItFilesAndLinks() throws Exception {
        Path file = share().resolve("applications/rbee.desktop");
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.contains("Exec=/opt/rbee/bin/rbee-app %U"), lines.toString());
        assertTrue(lines.contains("MimeType=application/x-gguf;x-scheme-handler/rbee;"));
        assertTrue(lines.contains("Icon=rbee"));
        assertTrue(lines.contains("StartupWMClass=" + RbeeApp.class.getName()), "as JavaFX names its windows");
        Share.ofFolder(order("1.2.3")).write(folder.resolve("own"), folder.resolve("own/units"));
        assertTrue(Files.readAllLines(folder.resolve("own/applications/rbee.desktop"))
                .contains("Exec=rbee app %U"));
        accepted("desktop-file-validate", "--no-hints", file.toString());
    }

    @Test
    void modelsAreKnownByNameAndContent() throws Exception {
        Element type = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(share().resolve("mime/packages/rbee.xml").toFile())
                .getElementsByTagName("mime-type")
                .item(0);
        assertEquals("application/x-gguf", type.getAttribute("type"));
        Element match = (Element) type.getElementsByTagName("match").item(0);
        byte[] model = new byte[4];
        try (var in = Files.newInputStream(ROOT.resolve("assets/models/rbee-demo.gguf"))) {
            assertEquals(4, in.read(model));
        }
        assertEquals(new String(model, StandardCharsets.US_ASCII), match.getAttribute("value"));
    }

    @Test
    void softwareCentresAcceptTheDescription() throws Exception {
        Path file = share().resolve("metainfo/dev.rbee.rbee.metainfo.xml");
        assertTrue(Files.readString(file).contains("version=\"1.2.3\" date=\"2026-11-21\""));
        assertNotNull(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        accepted("appstreamcli", "validate", "--no-net", file.toString());
    }

    @Test
    void nothingIsMissingAndIconsHaveTheirSizes() throws IOException {
        Path share = share();
        for (String name : List.of(
                "man/man1/rbee.1.gz",
                "man/man1/rbee-daemon.1.gz",
                "bash-completion/completions/rbee",
                "fish/vendor_completions.d/rbee.fish",
                "zsh/site-functions/_rbee",
                "icons/hicolor/scalable/apps/rbee.svg",
                "icons/hicolor/512x512/apps/rbee.png",
                "units/rbee.service")) {
            assertTrue(Files.isRegularFile(share.resolve(name)), name);
        }
        String unit = Files.readString(share.resolve("units/rbee.service"));
        assertTrue(unit.contains("ExecStart=/opt/rbee/bin/rbee-daemon\n"), unit);
        try (var in = new GZIPInputStream(Files.newInputStream(share.resolve("man/man1/rbee.1.gz")))) {
            String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(page.startsWith(".TH RBEE 1 \"2026-11-21\" \"rbee 1.2.3\""), page);
        }
    }

    @Test
    void scriptsAreSoundAndSayWhatStays() throws Exception {
        for (String name : List.of("postinst", "prerm", "postrm")) {
            accepted("sh", "-n", SCRIPTS.resolve(name).toString());
            accepted("sh", SCRIPTS.resolve(name).toString(), "abort-upgrade", "1");
        }
        Process process = new ProcessBuilder("sh", SCRIPTS.resolve("postrm").toString(), "remove").start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(said.contains("~/.rbee") && said.lines().count() == 1, said);
    }

    @Test
    void papersNameLicencesAndChanges() throws IOException {
        String parts = """
                [{"group":"a","name":"one","licenses":[{"license":{"id":"MIT"}}]},
                 {"group":"dev.rbee","name":"rbee-app","licenses":[]},
                 {"group":"b","name":"two","licenses":[{"expression":"EPL-2.0 OR MIT"}]}]""";
        String copyright = DebianPapers.copyright(new ObjectMapper().readTree(parts));
        assertTrue(copyright.contains("Files: opt/rbee/lib/app/*/one-*.jar\nCopyright:"), copyright);
        assertTrue(copyright.contains("License: EPL-2.0 OR MIT\n The text"), copyright);
        assertFalse(copyright.contains("rbee-app"), copyright);
        String changes = new DebianPapers(order("1.2.3"))
                .changelog("# C\n\n## 1.2.3\n\nOne.\n\n- **two**: `x` " + "word ".repeat(30)
                        + "\n  three\n\n## 1.2.2\n- old\n");
        assertTrue(changes.startsWith("rbee (1.2.3) unstable; urgency=medium\n\n  * One.\n  * two: x word"), changes);
        assertTrue(
                changes.contains(
                        "word three\n\n -- The rbee developers <nobody@rbee.invalid>  Sat, 21 Nov 2026 00:00:00 +0000\n"),
                changes);
        assertFalse(changes.contains("old"), changes);
        assertTrue(changes.lines().allMatch(line -> line.length() <= 80), changes);
    }
}
