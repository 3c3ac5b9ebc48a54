package dev.rbee.bench;

import dev.rbee.product.Image;
import dev.rbee.product.Sandbox;
import dev.rbee.service.home.JavaOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application as a process, on a display, else on JavaFX's own headless platform. */
final class AppProcess implements AutoCloseable {
    private static final Pattern DRAWN = Pattern.compile("window=drawn after_ms=(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WRITING = Duration.ofMinutes(10);

    private final Sandbox sandbox;
    private final Process process;
    private final long begin;

    private AppProcess(Sandbox sandbox, Process process, long begin) {
        this.sandbox = sandbox;
        this.process = process;
        this.begin = begin;
    }

    /** Started as {@code ./rbee} starts it, with these flags of the JVM besides; without a window on a screen where {@code display} is empty. */
    static AppProcess start(Sandbox sandbox, Optional<String> display, List<String> flags) throws IOException {
        Path image = Image.folder();
        List<String> command = new ArrayList<>();
        command.add(Image.java());
        command.addAll(JavaOptions.ofBuild().of("application"));
        if (display.isEmpty()) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"));
        }
        command.addAll(flags);
        command.addAll(List.of(
                "-Drbee.assets=" + image.resolve("assets"),
                "-Drbee.classpath=" + image.resolve("lib") + "/*",
                "-cp",
                image.resolve("lib") + "/*:" + image.resolve("app") + "/*",
                "dev.rbee.app.launch.Main"));
        return launch(sandbox, display, command);
    }

    /** An installed program, as the desktop starts it; needs a display. */
    static AppProcess installed(Sandbox sandbox, Optional<String> display, Path program) throws IOException {
        return launch(sandbox, display, List.of(program.toString()));
    }

    private static AppProcess launch(Sandbox sandbox, Optional<String> display, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("RBEE_"));
        builder.environment().putAll(sandbox.environment());
        display.ifPresent(name -> builder.environment().put("DISPLAY", name));
        builder.directory(sandbox.folder().toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(sandbox.folder().resolve("app.log").toFile());
        Files.deleteIfExists(log(sandbox)); // what an earlier start said
        long begin = System.nanoTime();
        return new AppProcess(sandbox, builder.start(), begin);
    }

    private static Path log(Sandbox sandbox) {
        return sandbox.home().resolve("logs").resolve("rbee.log");
    }

    /** Milliseconds from the start of the process, as it logs them. Blocks until then. */
    long awaitFirstFrame() throws Exception {
        Path log = log(sandbox);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(log)) {
                Matcher matcher = DRAWN.matcher(Files.readString(log));
                if (matcher.find()) {
                    return Long.parseLong(matcher.group(1));
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError(
                "no window was drawn\n" + Files.readString(sandbox.folder().resolve("app.log")));
    }

    /** Seconds from its start until the display shows its window. Blocks until then. */
    double awaitWindow(String display) throws Exception {
        return WindowWait.seconds(display, "--name", "^rbee$", begin);
    }

    /** Of the application, with queen and registry in it. */
    Memory memory() throws IOException {
        return Memory.of(process.pid());
    }

    /** Of what it has started. */
    Memory children() throws IOException {
        return Memory.of(process.descendants());
    }

    double cpuSeconds() {
        return Machine.cpuSeconds(process.pid());
    }

    /** Ends it as a user would, so that it writes its cache, which takes a while; blocks until it has. */
    void quit() throws Exception {
        try {
            var _ = sandbox.api("QUEEN").call("POST", "/v1/shutdown", "{}");
        } catch (UncheckedIOException e) {
            // she may be gone before her answer is
        }
        if (!process.waitFor(WRITING.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the application did not end");
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
