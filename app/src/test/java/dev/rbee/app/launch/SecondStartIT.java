package dev.rbee.app.launch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as real processes on JavaFX's platform without a screen, with the real queen and hive of a new home. */
class SecondStartIT {
    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    private Process start(List<String> options, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Drbee.assets=" + System.getProperty("rbee.assets"),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(Main.class.getName());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolve("start-" + started.size() + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("RBEE_") || name.endsWith("DISPLAY"));
        environment.put("RBEE_HOME", folder.resolve("home").toString());
        environment.putAll(Map.of("RBEE_REGISTRY_PORT", "0", "RBEE_QUEEN_PORT", "0", "RBEE_LOCAL_HIVE_PORT", "0"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Process headless(String... words) throws IOException {
        return start(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"), words);
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : started) {
            process.destroy();
            assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends when it is told to");
        }
    }

    private String log() {
        Path log = folder.resolve("home/logs/rbee.log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitLog(String line) {
        await(line).atMost(Duration.ofMinutes(2)).until(() -> log().contains(line));
    }

    private static int code(Process process) throws Exception {
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return process.exitValue();
    }

    @Test
    void theSecondOneHandsOnWhatItWasGivenAndEnds() throws Exception {
        Files.copy(Path.of(System.getProperty("rbee.assets"), "models/rbee-demo.gguf"), folder.resolve("a model.gguf"));
        Process first = headless("--background");
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(folder.resolve("home/run/app.json")));
        assertEquals(0, code(headless("--background")));
        assertFalse(log().contains("window=shown"), "the start at login shows nothing");

        assertEquals(0, code(headless("a model.gguf", "rbee://chat?prompt=between%20us")));
        awaitLog("window=shown");
        awaitLog("asked=open files=1 links=1");
        assertEquals(0, code(headless("rbee://delete")));
        awaitLog("asked=open files=0 links=1");
        assertTrue(first.isAlive());
        assertFalse(log().contains("between"), "what somebody wants to say is in no log");
        List<ProcessHandle> children = first.descendants().toList();
        first.destroy();
        assertTrue(first.waitFor(2, TimeUnit.MINUTES));
        children.forEach(child -> await().atMost(Duration.ofMinutes(1)).until(() -> !child.isAlive()));
    }

    @Test
    void theFirstOneShowsWhatItWasGiven() throws Exception {
        headless("--background", "nowhere.gguf");
        awaitLog("window=drawn");
        awaitLog("asked=open files=1 links=0");
    }

    @Test
    void withoutADisplayTheWayWithoutIsSaid() throws Exception {
        assertEquals(1, code(start(List.of(), "nowhere.gguf")));
        assertTrue(Files.readString(folder.resolve("start-0.log")).contains("rbee model import"));
        assertEquals(1, code(start(List.of(), "rbee://chat")), "the one before has left nothing behind");
    }
}
