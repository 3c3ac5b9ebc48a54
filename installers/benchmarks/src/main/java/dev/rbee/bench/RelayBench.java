package dev.rbee.bench;

import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.nio.file.Path;
import java.time.Duration;

/** What the queen adds to each token: the same stand-in worker asked directly and through the queen, in turns. */
final class RelayBench implements Main.Bench {
    private final StampLoad load = new StampLoad();

    @Override
    public Table run(Path folder) throws Exception {
        Table table = new Table(
                "Queen: added latency per token (stand-in worker, 20 tokens/s a stream)",
                "streams",
                "direct p50 / p99",
                "through the queen p50 / p99",
                "added p50 / p99",
                "queen's CPU per token");
        try (Sandbox sandbox = new Sandbox(folder);
                StampWorker worker = new StampWorker()) {
            Running daemon = Running.start(sandbox, "--daemon");
            daemon.awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
            String queen = "http://127.0.0.1:" + sandbox.port("QUEEN");
            String register = "{\"worker_id\":\"stamp-worker\",\"url\":\"" + worker.url() + "\",\"model_ref\":\""
                    + StampWorker.MODEL
                    + "\",\"backend\":\"cpu\",\"device\":0,\"node_name\":\"bench\",\"slots_total\":1000}";
            sandbox.api("QUEEN").post("/v1/workers/ready", register);
            long pid = daemon.handle().pid();
            round(queen, sandbox.token(), 20, pid); // warms both ways up
            round(worker.url(), "x", 20, pid);
            for (int streams : new int[] {1, 100, 500}) {
                sandbox.api("QUEEN").post("/v1/workers/ready", register); // stays online
                Round direct = round(worker.url(), "x", streams, pid);
                Round relayed = round(queen, sandbox.token(), streams, pid);
                table.row(
                        streams,
                        direct.words(),
                        relayed.words(),
                        Figures.two(relayed.ms.median() - direct.ms.median()) + " / "
                                + Figures.two(relayed.ms.at(0.99) - direct.ms.at(0.99)) + " ms",
                        Math.round(relayed.cpu / relayed.tokens * 1e6) + " µs");
            }
        }
        return table;
    }

    private record Round(Figures ms, int tokens, double cpu) {
        String words() {
            return Figures.two(ms.median()) + " / " + Figures.two(ms.at(0.99)) + " ms";
        }
    }

    private Round round(String base, String token, int streams, long queenPid) throws InterruptedException {
        double cpu = Machine.cpuSeconds(queenPid);
        Figures delays = load.round(base, token, streams);
        return new Round(delays, streams * StampWorker.TOKENS, Machine.cpuSeconds(queenPid) - cpu);
    }
}
