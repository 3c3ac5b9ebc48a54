package dev.rbee.bench;

import dev.rbee.product.Image;
import dev.rbee.product.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The image that packages carry, beside the product as a checkout runs it; needs {@code ./mvnw -Pdist package} before. */
final class InstalledBench implements Main.Bench {
    private static final int COMMANDS = 15;
    private static final int RUNS = 7;
    private static final int SETTLE_S = 15;

    @Override
    public Table run(Path folder) throws Exception {
        Table table = new Table("Installed, beside the checkout's", "what", "min / **median** / max");
        Path bin = Image.folder().resolveSibling("dist/images/rbee/bin");
        if (!Files.isDirectory(bin)) {
            return table.row("left out: there is no image; run ./mvnw -Pdist package", "");
        }
        try (Sandbox sandbox = new Sandbox(Files.createDirectories(folder.resolve("commands")))) {
            table.row(
                    "`rbee --version`, installed",
                    times(sandbox, List.of(bin.resolve("rbee").toString(), "--version")));
            table.row("`rbee --version`, checkout", times(sandbox, Image.rbee("--version")));
        }
        table.row("`rbee-daemon` to `ready`, installed", ready(folder.resolve("daemon"), bin.resolve("rbee-daemon")));
        try (Screen screen = Screen.open()) {
            if (screen.sees()) {
                window(table, folder.resolve("window"), screen, bin.resolve("rbee-app"));
            } else {
                table.row("the window: left out, there is no display", "");
            }
        }
        return table;
    }

    private static String times(Sandbox sandbox, List<String> command) throws Exception {
        double[] seconds = new double[COMMANDS];
        for (int i = 0; i < COMMANDS; i++) {
            long begin = System.nanoTime();
            Process process = process(sandbox, command);
            process.getInputStream().readAllBytes();
            process.waitFor();
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        return new Figures(seconds).spread("s");
    }

    private static String ready(Path folder, Path program) throws Exception {
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            try (Sandbox sandbox = new Sandbox(Files.createDirectories(folder.resolve("run-" + i)))) {
                long begin = System.nanoTime();
                Process process = process(sandbox, List.of(program.toString()));
                try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
                    String line = said.readLine();
                    while (line != null && !line.startsWith("ready ")) {
                        line = said.readLine();
                    }
                    seconds[i] = (System.nanoTime() - begin) / 1e9;
                    process.destroy();
                    process.waitFor();
                }
            }
        }
        return new Figures(seconds).spread("s");
    }

    /** The first start makes the home, with databases and keys; the others find it. */
    private static void window(Table table, Path folder, Screen screen, Path program) throws Exception {
        double[] frame = new double[RUNS];
        double[] resident = new double[RUNS];
        double[] share = new double[RUNS];
        try (Sandbox sandbox = new Sandbox(Files.createDirectories(folder))) {
            for (int i = -1; i < RUNS; i++) {
                try (AppProcess process = AppProcess.installed(sandbox, screen.display(), program)) {
                    double first = process.awaitFirstFrame() / 1000.0;
                    TimeUnit.SECONDS.sleep(SETTLE_S);
                    if (i < 0) {
                        table.row("the window, very first start to first frame", Figures.two(first) + " s");
                        continue;
                    }
                    frame[i] = first;
                    resident[i] = process.memory().resident();
                    share[i] = process.memory().share();
                }
            }
        }
        table.row("the window, start to first frame", new Figures(frame).spread("s"));
        table.row("idle after " + SETTLE_S + " s: resident", new Figures(resident).spread("MiB"));
        table.row("the same by share of pages", new Figures(share).spread("MiB"));
    }

    private static Process process(Sandbox sandbox, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("RBEE_"));
        builder.environment().putAll(sandbox.environment());
        builder.directory(sandbox.folder().toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }
}
