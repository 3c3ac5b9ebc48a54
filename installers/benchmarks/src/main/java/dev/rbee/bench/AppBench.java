package dev.rbee.bench;

import dev.rbee.product.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The application: from the start of its process to the first picture of its window; its memory and its processor time when nobody uses it.
 * Beside it an empty window of the browser that Electron is built on, where there is one.
 */
final class AppBench implements Main.Bench {
    private static final int RUNS = 5;
    private static final int FLOOR_RUNS = 3;
    private static final Duration SETTLE = Duration.ofSeconds(15);
    private static final Duration WATCHED = Duration.ofSeconds(15);

    @Override
    public Table run(Path folder) throws Exception {
        Path cache = folder.resolve("app.aot");
        Table table = new Table(
                "Application: start, and memory and processor time after " + SETTLE.toSeconds()
                        + " s with nobody there",
                "what",
                "start to first frame",
                "start to its window on the screen",
                "resident",
                "by share of pages",
                "CPU in a minute",
                "its hive, by share");
        try (Screen screen = Screen.open()) {
            boolean trained = train(folder.resolve("training"), screen, cache);
            measure(table, "rbee, no AOT cache", folder.resolve("plain"), screen, List.of());
            if (trained) {
                measure(
                        table,
                        "rbee, AOT cache of " + (Files.size(cache) >> 20) + " MiB",
                        folder.resolve("cached"),
                        screen,
                        List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off,cds*=off"));
            }
            floor(table, folder.resolve("floor"), screen);
        }
        return table;
    }

    private static void measure(Table table, String name, Path folder, Screen screen, List<String> flags)
            throws Exception {
        double[] frame = new double[RUNS];
        double[] hive = new double[RUNS];
        Idle[] idle = new Idle[RUNS];
        for (int i = 0; i < RUNS; i++) {
            try (Sandbox sandbox = new Sandbox(Files.createDirectories(folder.resolve("run-" + i)));
                    AppProcess process = AppProcess.start(sandbox, screen.display(), flags)) {
                double window = screen.sees() ? process.awaitWindow(screen.name()) : Double.NaN;
                frame[i] = process.awaitFirstFrame() / 1000.0;
                TimeUnit.SECONDS.sleep(SETTLE.toSeconds());
                double before = process.cpuSeconds();
                TimeUnit.SECONDS.sleep(WATCHED.toSeconds());
                double cpu = (process.cpuSeconds() - before) * 60 / WATCHED.toSeconds();
                idle[i] = new Idle(window, process.memory(), cpu);
                hive[i] = process.children().share();
            }
        }
        row(table, name, new Figures(frame).spread("s"), idle, new Figures(hive).spread("MiB"));
    }

    private static void floor(Table table, Path folder, Screen screen) throws Exception {
        Optional<BrowserFloor> browser = screen.display().flatMap(BrowserFloor::on);
        if (browser.isEmpty()) {
            table.row(
                    "an empty window of Chromium: left out, there is no chromium, xdotool or display",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
            return;
        }
        Idle[] idle = new Idle[FLOOR_RUNS];
        for (int i = 0; i < FLOOR_RUNS; i++) {
            idle[i] = browser.get().run(folder.resolve("run-" + i), SETTLE, WATCHED);
        }
        row(table, "an empty window of Chromium, fresh profile, all its processes", "", idle, "");
    }

    private static void row(Table table, String name, String frame, Idle[] idle, String hive) {
        table.row(
                name,
                frame,
                spread(idle, Idle::window, "s"),
                spread(idle, one -> one.memory().resident(), "MiB"),
                spread(idle, one -> one.memory().share(), "MiB"),
                spread(idle, Idle::cpu, "s"),
                hive);
    }

    private static String spread(Idle[] idle, java.util.function.ToDoubleFunction<Idle> value, String unit) {
        double[] values = java.util.Arrays.stream(idle).mapToDouble(value).toArray();
        return Double.isNaN(values[0]) ? "–" : new Figures(values).spread(unit);
    }

    /** One start whose classes are kept; false where this Java keeps none. */
    private static boolean train(Path folder, Screen screen, Path cache) throws Exception {
        try (Sandbox sandbox = new Sandbox(Files.createDirectories(folder));
                AppProcess process =
                        AppProcess.start(sandbox, screen.display(), List.of("-XX:AOTCacheOutput=" + cache))) {
            process.awaitFirstFrame();
            TimeUnit.SECONDS.sleep(10);
            process.quit();
        }
        return Files.isRegularFile(cache);
    }
}
