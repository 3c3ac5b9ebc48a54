package dev.rbee.bench;

import dev.rbee.product.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application: from the start of its process to the first picture of its window, and its memory when nobody uses it. */
final class AppBench implements Main.Bench {
    private static final int RUNS = 5;
    private static final Duration IDLE = Duration.ofSeconds(30);

    @Override
    public Table run(Path folder) throws Exception {
        Path cache = folder.resolve("app.aot");
        boolean trained = train(folder.resolve("training"), cache);
        Table table = new Table(
                "Application: process start to first frame, and resident memory after 30 s idle",
                "how",
                "first frame, min / **median** / max",
                "application with queen and registry",
                "its hive");
        measure(table, "plain", folder, List.of());
        if (trained) {
            measure(table, "with an AOT cache", folder, List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off,cds*=off"));
        }
        return table;
    }

    private static void measure(Table table, String name, Path folder, List<String> flags) throws Exception {
        double[] frames = new double[RUNS];
        double[] app = new double[RUNS];
        double[] hive = new double[RUNS];
        Path home = folder.resolve(name.replace(' ', '-'));
        for (int i = 0; i < RUNS; i++) {
            try (Sandbox sandbox = new Sandbox(Files.createDirectories(home.resolve("run-" + i)));
                    AppProcess process = AppProcess.start(sandbox, flags)) {
                frames[i] = process.awaitFirstFrame() / 1000.0;
                TimeUnit.SECONDS.sleep(IDLE.toSeconds());
                app[i] = process.residentMib();
                hive[i] = process.childrenMib();
            }
        }
        table.row(
                name, new Figures(frames).spread("s"), new Figures(app).spread("MiB"), new Figures(hive).spread("MiB"));
    }

    /** One start whose classes are kept; false where this Java keeps none. */
    private static boolean train(Path folder, Path cache) throws Exception {
        try (Sandbox sandbox = new Sandbox(Files.createDirectories(folder));
                AppProcess process = AppProcess.start(sandbox, List.of("-XX:AOTCacheOutput=" + cache))) {
            process.awaitFirstFrame();
            TimeUnit.SECONDS.sleep(10);
            process.quit();
        }
        return Files.isRegularFile(cache);
    }
}
