package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which program {@code ./rbee} starts, with a Java that only says what it was given. */
@DisabledOnOs(OS.WINDOWS)
class CheckoutScriptTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final String WINDOW = "dev.rbee.app.launch.Main";
    private static final String COMMAND = "dev.rbee.service.boot.Main";

    @TempDir
    Path folder;

    @BeforeEach
    void checkout() throws IOException {
        Files.createDirectories(folder.resolve("installers/target"));
        Files.createDirectories(folder.resolve("jpackage"));
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.copy(CHECKOUT.resolve("rbee"), folder.resolve("rbee"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(CHECKOUT.resolve("jpackage/java.options"), folder.resolve("jpackage/java.options"));
        Files.createFile(folder.resolve("installers/target/stamp"));
        for (String name : List.of("java", "javac")) {
            Path file =
                    Files.writeString(folder.resolve("jdk/bin").resolve(name), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
    }

    private List<String> rbee(Map<String, String> environment, int code, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(folder.resolve("rbee").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        builder.environment().put("RBEE_JAVA", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), all);
        return all.lines().toList();
    }

    private void starts(String main, List<String> rest, String... words) throws Exception {
        List<String> said = rbee(Map.of("DISPLAY", ":9"), 0, words);
        int at = said.indexOf(main);
        assertTrue(at > 0, said.toString());
        assertEquals(rest, said.subList(at + 1, said.size()));
        assertEquals(main.equals(WINDOW), said.get(said.indexOf("-cp") + 1).endsWith("/app/*"));
    }

    @Test
    void whatDesktopsPassOpensTheWindow() throws Exception {
        String link = "rbee://chat?model=demo&prompt=a%20b";
        starts(WINDOW, List.of());
        starts(WINDOW, List.of("--background"), "app", "--background");
        starts(WINDOW, List.of("my model.gguf", "-x"), "my model.gguf", "-x");
        starts(WINDOW, List.of("file:///m/A%20b.GGUF"), "file:///m/A%20b.GGUF");
        starts(WINDOW, List.of(link), link);
        starts(WINDOW, List.of("RBEE:x"), "RBEE:x");
        starts(COMMAND, List.of("model", "import", "a.gguf"), "model", "import", "a.gguf");
        starts(COMMAND, List.of("--x.gguf"), "--x.gguf");
    }

    @Test
    void withoutADisplayTheWayWithoutIsSaid() throws Exception {
        assertTrue(rbee(Map.of(), 1, "a.gguf").getFirst().contains("`rbee model import FILE`"));
        assertTrue(rbee(Map.of(), 1, "rbee://chat").getFirst().contains("links open in the window"));
        assertTrue(rbee(Map.of(), 1, "app").getFirst().contains("rbee --help"));
    }

    @Test
    void windowsFindsItsLineEnds() throws IOException {
        String text = Files.readString(CHECKOUT.resolve("rbee.cmd"));
        assertTrue(text.endsWith("\r\n"));
        assertEquals(text, text.replaceAll("\r?\n", "\r\n"), "cmd.exe may miss labels behind other line ends");
    }
}
