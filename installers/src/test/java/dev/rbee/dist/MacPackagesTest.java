package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What can be seen of packages for macOS without one: the description of the bundle, and the commands. */
class MacPackagesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Of the kind that jpackage writes. */
    private static final String PLIST = """
            <?xml version="1.0" ?>
            <plist version="1.0">
             <dict>
              <key>LSMinimumSystemVersion</key>
              <string>10.9</string>
              <key>CFBundleExecutable</key>
              <string>rbee</string>
              <key>CFBundleIdentifier</key>
              <string>dev.rbee.service.boot</string>
              <key>CFBundleShortVersionString</key>
              <string>1.1.0</string>
              <key>CFBundleVersion</key>
              <string>1.1.0</string>
              <key>LSApplicationCategoryType</key>
              <string>Unknown</string>
              <key>NSHighResolutionCapable</key>
              <string>true</string>
             </dict>
            </plist>
            """;

    private static Order order(Path work) {
        return new Order(ROOT, work, work, work, "0.1.0", Instant.EPOCH);
    }

    @Test
    void bundleOpensTheWindowModelsAndLinks(@TempDir Path work) throws Exception {
        Path bundle = work.resolve("rbee.app");
        Path file = Files.createDirectories(bundle.resolve("Contents")).resolve("Info.plist");
        Files.writeString(file, PLIST);
        MacPackages.describe(order(work), bundle);
        Element plist = (Element) DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("dict")
                .item(0);
        assertEquals("rbee-app", value(plist, "CFBundleExecutable").getTextContent());
        assertEquals("dev.rbee", value(plist, "CFBundleIdentifier").getTextContent());
        assertEquals("0.1.0", value(plist, "CFBundleVersion").getTextContent());
        assertEquals("0.1.0", value(plist, "CFBundleShortVersionString").getTextContent());
        assertEquals("12.0", value(plist, "LSMinimumSystemVersion").getTextContent());
        assertEquals("true", value(plist, "NSHighResolutionCapable").getTextContent());
        assertTrue(value(plist, "CFBundleURLTypes").getTextContent().contains("rbee"));
        assertTrue(value(plist, "CFBundleDocumentTypes").getTextContent().contains("dev.rbee.gguf"));
    }

    /** What follows the only key of that name. */
    private static Element value(Element dict, String key) {
        Element found = null;
        for (Node node = dict.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals("key") && node.getTextContent().equals(key)) {
                assertEquals(null, found, key + " is there twice");
                Node next = node.getNextSibling();
                while (!(next instanceof Element)) {
                    next = next.getNextSibling();
                }
                found = (Element) next;
            }
        }
        assertTrue(found != null, "no " + key);
        return found;
    }

    @Test
    void otherDescriptionIsNotGuessedAt() {
        assertThrows(IllegalArgumentException.class, () -> Plist.with("<dict></dict>", "CFBundleVersion", "1"));
        assertThrows(IllegalArgumentException.class, () -> Plist.extended("<plist/>", "<key>a</key>"));
    }

    @Test
    void versionsThatBeginWithNothingAreForJpackageOnly() {
        assertEquals("1.1.0", MacPackages.imageVersion("0.1.0"));
        assertEquals("2.0.1", MacPackages.imageVersion("2.0.1"));
    }

    @Test
    void packageBringsTheBundleAndMakesTheCommands(@TempDir Path work) throws IOException {
        List<String> command = new MacPackages(order(work), work.resolve("rbee.app"))
                .pkgCommand(work.resolve("s"), work.resolve("x.pkg"));
        assertEquals(work.resolve("rbee.app").toString(), command.get(command.indexOf("--component") + 1));
        assertEquals("/Applications", command.get(command.indexOf("--install-location") + 1));
        assertEquals("0.1.0", command.get(command.indexOf("--version") + 1));
        assertTrue(Files.isExecutable(ROOT.resolve("jpackage/macos/postinstall")));
    }
}
