package dev.rbee.bench;

import dev.rbee.product.Running;
import dev.rbee.product.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** What the queen adds to each token: the same stand-in worker asked directly and through the queen, in turns. */
final class RelayBench implements Main.Bench {
    private static final Pattern STAMP = Pattern.compile("\"content\":\"(\\d+)\"");
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(30))
            .connectionPool(new ConnectionPool(2000, 1, TimeUnit.MINUTES))
            .build();

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
        ConcurrentLinkedQueue<Double> delays = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(streams);
        double cpu = Machine.cpuSeconds(queenPid);
        for (int i = 0; i < streams; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    read(base, token, delays);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        if (delays.size() != streams * StampWorker.TOKENS) {
            throw new IllegalStateException(
                    delays.size() + " tokens came of " + streams * StampWorker.TOKENS + " from " + base);
        }
        return new Round(
                new Figures(delays.stream().mapToDouble(Double::doubleValue).toArray()),
                delays.size(),
                Machine.cpuSeconds(queenPid) - cpu);
    }

    private void read(String base, String token, ConcurrentLinkedQueue<Double> delays) {
        Request request = new Request.Builder()
                .url(base + "/v1/chat/completions")
                .header("Authorization", "Bearer " + token)
                .post(RequestBody.create(
                        "{\"model\":\"" + StampWorker.MODEL
                                + "\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
                        JSON))
                .build();
        try (Response response = client.newCall(request).execute()) {
            BufferedReader reader = new BufferedReader(response.body().charStream());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher stamp = STAMP.matcher(line);
                if (stamp.find()) {
                    delays.add((System.nanoTime() - Long.parseLong(stamp.group(1))) / 1e6);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
