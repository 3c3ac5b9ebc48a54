package dev.rbee.bench;

import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** From the start of the process to the line {@code ready}. */
final class StartBench implements Main.Bench {
    private static final int RUNS = 7;

    @Override
    public Table run(Path folder) throws Exception {
        double[] fresh = new double[RUNS];
        double[] again = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            try (Sandbox sandbox = new Sandbox(Files.createDirectory(folder.resolve("s" + i)))) {
                fresh[i] = start(sandbox);
                again[i] = start(sandbox);
            }
        }
        return new Table("Queen: start to ready", "what", "min / **median** / max")
                .row("`rbee --daemon`, fresh home", new Figures(fresh).spread("s"))
                .row("`rbee --daemon`, second start", new Figures(again).spread("s"));
    }

    private static double start(Sandbox sandbox) {
        long begin = System.nanoTime();
        try (Running daemon = Running.start(sandbox, "--daemon")) {
            daemon.awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            double seconds = (System.nanoTime() - begin) / 1e9;
            daemon.terminate();
            daemon.awaitExit(Duration.ofSeconds(60));
            return seconds;
        }
    }
}
