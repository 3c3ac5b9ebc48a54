package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The installed application on a screen of a clean Debian, as its menu entry starts it. Part of {@code ./mvnw -Pdist verify}, as {@link DebianIT}. */
@EnabledIfSystemProperty(
        named = "rbee.dist",
        matches = "true",
        disabledReason = "the package is tried with -Pdist only")
class DesktopIT {
    private static final Duration SOON = Duration.ofMinutes(2);

    /** A screen with somebody who manages windows. */
    private record Screen(DebianRoot root, String display) {
        static Screen open(DebianRoot root) throws IOException {
            Process server =
                    root.start("ann", "exec Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp 2>/dev/null");
            String number = Objects.requireNonNull(
                    server.inputReader(StandardCharsets.UTF_8).readLine(), "Xvfb did not start");
            Screen screen = new Screen(root, "DISPLAY=:" + number.strip() + " ");
            var _ = root.start("ann", screen.display + "exec openbox >openbox.log 2>&1");
            await().atMost(SOON).until(() -> screen.said("wmctrl -m").startsWith("Name: Openbox"));
            return screen;
        }

        String said(String line) throws IOException, InterruptedException {
            return root.run("ann", display + line).text();
        }

        /** Identity, desktop, class, machine and title of each. */
        String windows() throws IOException, InterruptedException {
            return said("wmctrl -lx");
        }
    }

    @Test
    void fromItsMenuEntry() throws IOException, InterruptedException {
        try (DebianRoot root = DebianTrial.open(DebianTrial.deb())) {
            root.run(
                            "",
                            "apt-get update && apt-get install -y --no-install-recommends xvfb openbox wmctrl xdotool"
                                    + " && mkdir --mode 1777 /tmp/.X11-unix && useradd --create-home ann")
                    .well();
            root.run("", "apt-get install -y ./rbee.deb").well();
            List<String> entry = Files.readAllLines(root.folder().resolve("usr/share/applications/rbee.desktop"));
            Screen screen = Screen.open(root);
            String command = screen.display() + DebianTrial.PORTS + "exec "
                    + value(entry, "Exec").replace(" %U", "");
            Process application = root.start("ann", command + " >application.log 2>&1");
            await().atMost(SOON).until(() -> screen.windows().contains(value(entry, "StartupWMClass")));
            Path queen = root.folder().resolve("home/ann/.rbee/run/queen.json");
            await().atMost(SOON).until(() -> Files.exists(queen));
            String address = Json.tree(Files.readAllBytes(queen)).path("url").asText();
            assertFalse(DebianTrial.answer(root, address).isBlank());

            screen.said("wmctrl -c rbee");
            await().atMost(SOON).until(() -> screen.windows().contains("Close rbee"));
            screen.said("wmctrl -a 'Close rbee'; " + screen.display() + "xdotool key Return");
            await().atMost(SOON).until(() -> screen.windows().isEmpty());
            assertFalse(DebianTrial.answer(root, address).isBlank(), "it goes on in the background");

            root.run("ann", command).well(); // another start of it ends at once
            await().atMost(SOON).until(() -> screen.windows().contains(" rbee"));
            assertTrue(application.isAlive(), "the same process");
            screen.said("wmctrl -a rbee; " + screen.display() + "xdotool key ctrl+q");
            assertEquals(0, application.waitFor(), "it ends well");
            assertEquals(List.of(), DebianTrial.programs(root));
            String said = Files.readString(root.folder().resolve("home/ann/application.log"));
            assertFalse(said.contains("Unsupported JavaFX") || said.contains("Exception"), said);
            assertFalse(Files.exists(root.folder().resolve("home/ann/.openjfx")), "nothing is unpacked");
        }
    }

    private static String value(List<String> entry, String key) {
        return entry.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
