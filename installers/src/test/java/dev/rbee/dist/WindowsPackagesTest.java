package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.boot.FileTimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The definition of the installer of Windows against what it installs. */
class WindowsPackagesTest {
    private static final Path FILE = Path.of("../jpackage/windows/main.wxs");
    private static final Pattern INSTALLED = Pattern.compile("\\[INSTALLDIR]([\\w.-]+\\.exe)");

    private final Document wxs;

    WindowsPackagesTest() throws Exception {
        wxs = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(FILE.toFile());
    }

    private List<Element> all(String tag) {
        NodeList list = wxs.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }

    @Test
    void everyComponentIsInstalledAndNoneTwice() {
        Set<String> guids = new HashSet<>();
        List<String> components = new ArrayList<>();
        for (Element component : all("Component")) {
            assertTrue(guids.add(component.getAttribute("Guid")), component.getAttribute("Id"));
            components.add(component.getAttribute("Id"));
            long keys = all("RegistryValue").stream()
                    .filter(value -> value.getParentNode().equals(component))
                    .filter(value -> value.getAttribute("KeyPath").equals("yes"))
                    .count();
            assertEquals(1, keys, "Windows knows a component by one key");
        }
        assertEquals(4, components.size());
        assertEquals(
                components,
                all("ComponentRef").stream().map(ref -> ref.getAttribute("Id")).toList());
    }

    @Test
    void nothingNeedsAnAdministrator() {
        assertEquals("perUser", all("Package").getFirst().getAttribute("InstallScope"));
        all("RegistryValue").forEach(value -> assertEquals("HKCU", value.getAttribute("Root")));
        assertEquals("no", all("Environment").getFirst().getAttribute("System"));
    }

    @Test
    void programsAreThoseOfTheImage() {
        Set<String> programs = new HashSet<>();
        for (Program program : Program.ALL) {
            programs.add(Layout.WINDOWS.fileName(program.name()));
        }
        List<String> texts = new ArrayList<>();
        all("RegistryValue").forEach(value -> texts.add(value.getAttribute("Value")));
        all("Shortcut").forEach(shortcut -> texts.add(shortcut.getAttribute("Target")));
        int seen = 0;
        for (String text : texts) {
            Matcher matcher = INSTALLED.matcher(text);
            while (matcher.find()) {
                assertTrue(programs.contains(matcher.group(1)), matcher.group(1));
                seen++;
            }
        }
        assertEquals(5, seen);
    }

    @Test
    void whatItRunsAtTheEndIsThere() {
        String command = all("CustomAction").getFirst().getAttribute("ExeCommand");
        assertTrue(command.contains(" dev.rbee.service.boot.FileTimes "), command);
        assertEquals("dev.rbee.service.boot.FileTimes", FileTimes.class.getName());
    }
}
