package dev.rbee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An empty window of the browser that Electron is built on: a program that shows a window by Electron has at least that. Without a sandbox,
 * since that needs rights a container has not; it only makes it smaller and faster.
 */
final class BrowserFloor {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final String program;
    private final String display;

    private BrowserFloor(String program, String display) {
        this.program = program;
        this.display = display;
    }

    /** Empty where there is no such browser, or no {@code xdotool} that sees its window. */
    static Optional<BrowserFloor> on(String display) {
        return Programs.find("xdotool").isEmpty()
                ? Optional.empty()
                : NAMES.stream()
                        .map(Programs::find)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(found -> new BrowserFloor(found.toString(), display));
    }

    /** One start with a fresh profile: seconds until its window is there; memory and CPU of all its processes when nobody uses it. */
    Idle run(Path folder, Duration settle, Duration watched) throws Exception {
        Path profile = Files.createDirectories(folder);
        long begin = System.nanoTime();
        Process browser = start(profile);
        try {
            double window = WindowWait.seconds(display, "--class", "chrom", begin);
            TimeUnit.SECONDS.sleep(settle.toSeconds());
            double before = cpu(browser);
            TimeUnit.SECONDS.sleep(watched.toSeconds());
            double used = cpu(browser) - before;
            return new Idle(window, Memory.of(all(browser)), used * 60 / watched.toSeconds());
        } finally {
            List<ProcessHandle> processes = all(browser).toList();
            processes.forEach(ProcessHandle::destroy);
            if (!browser.waitFor(20, TimeUnit.SECONDS)) {
                processes.forEach(ProcessHandle::destroyForcibly);
            }
            for (ProcessHandle process : processes) {
                process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
            }
        }
    }

    private Process start(Path profile) throws IOException {
        ProcessBuilder builder = Programs.quiet(List.of(
                program,
                "--app=data:text/html,<p>empty",
                "--no-sandbox",
                "--no-first-run",
                "--user-data-dir=" + profile));
        builder.environment().put("DISPLAY", display);
        return builder.start();
    }

    private static double cpu(Process browser) {
        return all(browser)
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    private static Stream<ProcessHandle> all(Process browser) {
        return Stream.concat(Stream.of(browser.toHandle()), browser.descendants());
    }
}
