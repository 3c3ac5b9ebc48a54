package dev.rbee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks named (comma separated, or {@code all}) and prints their tables as Markdown. */
public final class Main {
    private Main() {}

    /** One benchmark; gets an empty folder of its own. */
    interface Bench {
        Table run(Path folder) throws Exception;
    }

    private static Map<String, Bench> benches() {
        Map<String, Bench> benches = new LinkedHashMap<>();
        benches.put("decide", new DecideBench());
        benches.put("app", new AppBench());
        benches.put("start", new StartBench());
        benches.put("installed", new InstalledBench());
        benches.put("infer", new InferBench());
        benches.put("nodes", new NodesBench());
        benches.put("memory", new MemoryBench());
        benches.put("engine", new EngineBench());
        benches.put("engines", new EnginesBench());
        benches.put("relay", new RelayBench());
        benches.put("heartbeats", new HeartbeatBench());
        benches.put("tunnel", new TunnelBench());
        benches.put("download", new DownloadBench());
        benches.put("copy", new CopyBench());
        benches.put("frames", new FramesBench());
        return benches;
    }

    /** Exit code 2 for an unknown name. */
    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "all" : arguments[0];
        Map<String, Bench> benches = benches();
        List<String> names = "all".equals(wanted) ? List.copyOf(benches.keySet()) : List.of(wanted.split(",", -1));
        System.out.println(Machine.describe());
        for (String name : names) {
            Bench bench = benches.get(name);
            if (bench == null) {
                System.err.println("no benchmark " + name + "; there are " + benches.keySet());
                System.exit(2);
                return;
            }
            Path folder = Files.createTempDirectory("rbee-bench-");
            try {
                System.out.println(bench.run(folder).markdown());
            } finally {
                delete(folder);
            }
        }
        System.exit(0); // OkHttp's threads would linger for a minute
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
