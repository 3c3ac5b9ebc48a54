package dev.rbee.bench;

import dev.rbee.service.models.fetch.FetchControl;
import dev.rbee.service.models.fetch.FetchRequest;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.models.fetch.FetchSource;
import dev.rbee.service.models.fetch.Fetched;
import dev.rbee.service.models.fetch.FreeSpace;
import dev.rbee.service.models.fetch.HttpFetcher;
import dev.rbee.service.models.fetch.SourceRules;
import dev.rbee.service.models.fetch.Throttle;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okhttp3.Dns;

/**
 * A file from a server on loopback onto the disk: curl, and rbee, which also hashes it and forces it to the disk as it comes. In turns. Needs
 * {@code curl} and {@code sha256sum}.
 */
final class DownloadBench implements Main.Bench {
    private static final long SIZE = 256_000_000;
    private static final int ROUNDS = 5;
    private static final String REPO = "bench/model";
    private static final String FILE = "model.gguf";

    /** One way to get the file; leaves it in the folder. */
    private interface Way {
        void fetch(Path folder) throws Exception;
    }

    @Override
    public Table run(Path folder) throws Exception {
        Table table = new Table(
                "Download of " + SIZE / 1_000_000 + " MB from loopback", "what", "min / **median** / max", "of curl");
        try (HubServer hub = HubServer.start()) {
            hub.repo(REPO).random(FILE, SIZE, 3);
            List<Way> ways = List.of(
                    to -> curl(hub, to, 1, false),
                    to -> curl(hub, to, 4, false),
                    to -> curl(hub, to, 1, true),
                    to -> rbee(hub, to, 1),
                    to -> rbee(hub, to, 4));
            List<String> names = List.of(
                    "curl, 1 connection",
                    "curl, 4 at once, a quarter each",
                    "curl, then sha256sum and sync of the file",
                    "rbee, 1 connection",
                    "rbee, 4 connections");
            double[][] speeds = new double[ways.size()][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int way = 0; way < ways.size(); way++) {
                    speeds[way][round] = megabytesPerSecond(ways.get(way), folder);
                }
            }
            double plain = new Figures(speeds[0]).median();
            for (int way = 0; way < ways.size(); way++) {
                Figures figures = new Figures(speeds[way]);
                table.row(names.get(way), figures.spread("MB/s"), Figures.two(figures.median() / plain));
            }
        }
        return table;
    }

    private static double megabytesPerSecond(Way way, Path folder) throws Exception {
        Path to = Files.createTempDirectory(folder, "to");
        long start = System.nanoTime();
        way.fetch(to);
        double seconds = (System.nanoTime() - start) / 1e9;
        try (var files = Files.list(to)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return SIZE / 1e6 / seconds;
    }

    private static void curl(HubServer hub, Path to, int connections, boolean checked) throws Exception {
        List<Process> running = new ArrayList<>();
        long step = SIZE / connections;
        for (int i = 0; i < connections; i++) {
            long last = i == connections - 1 ? SIZE - 1 : (i + 1) * step - 1;
            running.add(start(
                    "curl",
                    "-sS",
                    "-r",
                    i * step + "-" + last,
                    "-o",
                    to.resolve("part" + i).toString(),
                    hub.plainUrl(REPO, FILE)));
        }
        for (Process process : running) {
            ended(process);
        }
        if (checked) {
            ended(start("sha256sum", to.resolve("part0").toString()));
            ended(start("sync", to.resolve("part0").toString()));
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void ended(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "failed: " + process.info().commandLine().orElse("?"));
        }
    }

    private static void rbee(HubServer hub, Path to, int connections) {
        FetchSetup setup = new FetchSetup(
                SourceRules.of(hub.url(), Set.of(hub.storage())),
                Map.of(),
                Dns.SYSTEM,
                connections,
                Throttle.none(),
                FreeSpace.ofDisk(),
                FetchSetup.RESERVE,
                3,
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                System::nanoTime,
                new Random(1));
        try (HttpFetcher fetcher = new HttpFetcher(setup)) {
            Fetched fetched = fetcher.fetch(
                    new FetchRequest(
                            FILE,
                            new FetchSource.Outside(hub.plainUrl(REPO, FILE), null),
                            to.resolve("key.part"),
                            SIZE,
                            hub.repo(REPO).get(FILE).sha256(),
                            sha256 -> to.resolve("sha256-" + sha256)),
                    new FetchControl());
            if (fetched.networkBytes() != SIZE) {
                throw new IllegalStateException("not fetched: " + fetched);
            }
        }
    }
}
