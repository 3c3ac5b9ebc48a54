package dev.rbee.service.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program of an installation as a real process, beside others that only say what they were given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path bin;

    @BeforeEach
    void programs() throws Exception {
        for (String name : List.of("rbee-app", "rbee-daemon")) {
            Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\necho " + name + "\nprintf '%s\\n' \"$@\"\n");
            assertTrue(file.toFile().setExecutable(true));
        }
    }

    private record Said(int code, List<String> lines) {}

    private Said rbee(String display, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Djpackage.app-path=" + bin.resolve("rbee"),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        if (!display.isEmpty()) {
            builder.environment().put("DISPLAY", display);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), all.lines().toList());
    }

    @Test
    void whatDesktopsPassGoesToTheApplicationAsItIs() throws Exception {
        String link = "rbee://chat?prompt=a%20b&model=demo";
        assertEquals(
                new Said(0, List.of("rbee-app", "my model.gguf", "--x", link)),
                rbee(":9", "my model.gguf", "--x", link));
        assertEquals(new Said(0, List.of("rbee-app", link)), rbee(":9", link));
    }

    @Test
    void withoutADisplayTheWayWithoutIsSaid() throws Exception {
        Said file = rbee("", "my model.gguf");
        assertEquals(1, file.code());
        assertTrue(file.lines().getFirst().contains("rbee model import"), file.toString());
        assertEquals(1, rbee("", "rbee://chat").code());
    }
}
