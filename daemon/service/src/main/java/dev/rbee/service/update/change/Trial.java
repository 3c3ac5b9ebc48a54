package dev.rbee.service.update.change;

import dev.rbee.contract.json.Json;
import dev.rbee.service.home.PrivateFiles;
import dev.rbee.service.update.UpdateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries a version before it is put anywhere: it has to say its number, its daemon has to serve, and its application has to draw its window, which
 * nobody sees; all of that in a home of its own, which is deleted. Blocks for some seconds.
 */
final class Trial {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final int LONGEST = 4_000;
    private static final String UNSEEN =
            "-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED";

    private final Path image;
    private final String version;
    private final Path home;
    private final Duration deadline;

    /**
     * Of that version in that folder.
     *
     * @param home deleted before and afterwards
     * @param deadline for each of the three
     */
    Trial(Path image, String version, Path home, Duration deadline) {
        this.image = image;
        this.version = version;
        this.home = home;
        this.deadline = deadline;
    }

    /** Why it cannot be used here; null where it can. */
    @Nullable
    String failure() throws IOException, InterruptedException {
        for (ProcessHandle left : Programs.of(image, Set.of())) {
            Programs.end(left, Duration.ZERO); // of a trial that was killed
        }
        try {
            fresh();
            String said = number();
            if (said == null) {
                fresh();
                said = serves();
            }
            if (said == null && Slots.hasWindow(image)) {
                fresh();
                said = draws();
            }
            return said;
        } finally {
            Slots.delete(home);
        }
    }

    private void fresh() throws IOException {
        Slots.delete(home);
        UpdateFolder updates = new UpdateFolder(home.resolve("updates")).create();
        // It is to say that it has started, and needs nobody to watch it.
        PrivateFiles.replace(updates.watch(), Json.write(new FirstStart.Watched(version, List.of())) + "\n");
    }

    private @Nullable String number() throws IOException, InterruptedException {
        Process process = start(List.of("--version"), Map.of());
        boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            Programs.end(process.toHandle(), Duration.ZERO);
        }
        String said = said();
        return ended && process.exitValue() == 0 && said.contains(version)
                ? null
                : "it does not say that it is " + version + "." + tail(said);
    }

    private @Nullable String serves() throws IOException, InterruptedException {
        return until(
                        List.of("--daemon", "--port", "0"),
                        Map.of(),
                        () -> said().lines().anyMatch(line -> line.startsWith("ready ")))
                ? null
                : "its daemon does not serve." + tail(said());
    }

    private @Nullable String draws() throws IOException, InterruptedException {
        Path started = new UpdateFolder(home.resolve("updates")).started();
        return until(
                        List.of("app"),
                        Map.of("JAVA_TOOL_OPTIONS", UNSEEN, "DISPLAY", ":none"),
                        () -> Files.exists(started))
                ? null
                : "its window does not open." + tail(said());
    }

    private boolean until(List<String> arguments, Map<String, String> more, BooleanSupplier holds)
            throws IOException, InterruptedException {
        Process process = start(arguments, more);
        try {
            long end = System.nanoTime() + deadline.toNanos();
            while (!holds.getAsBoolean()) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    return holds.getAsBoolean();
                }
                Thread.sleep(LOOK);
            }
            return true;
        } finally {
            Programs.end(process.toHandle(), GRACE);
        }
    }

    private Process start(List<String> arguments, Map<String, String> more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Slots.program(image).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(output().toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("RBEE_"));
        environment.put("RBEE_HOME", home.toString());
        environment.put("RBEE_QUEEN_PORT", "0");
        environment.put("RBEE_REGISTRY_PORT", "0");
        environment.put("RBEE_LOCAL_HIVE_PORT", "0");
        environment.put("RBEE_MODELS_ADOPT", "false");
        environment.put("RBEE_UPDATE_CHECK", "off");
        environment.putAll(more);
        return builder.start();
    }

    private java.io.File nothing() throws IOException {
        Path empty = home.resolve("nothing");
        Files.write(empty, new byte[0]);
        return empty.toFile();
    }

    private Path output() {
        return home.resolve("output");
    }

    private String said() {
        try {
            return Files.exists(output()) ? Files.readString(output()) : "";
        } catch (IOException e) {
            return ""; // half a letter, or deleted under our eyes
        }
    }

    private static String tail(String said) {
        String last = said.strip();
        return last.isEmpty() ? "" : "\n" + last.substring(Math.max(0, last.length() - LONGEST));
    }
}
