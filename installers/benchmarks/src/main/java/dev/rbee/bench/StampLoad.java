package dev.rbee.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Reads streams of {@link StampWorker} and says how old each token was when it came, in milliseconds. */
final class StampLoad {
    private static final Pattern STAMP = Pattern.compile("\"content\":\"(\\d+)\"");
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(30))
            .connectionPool(new ConnectionPool(2000, 1, TimeUnit.MINUTES))
            .build();

    /** So many streams at once, to their ends. Throws where a token is missing. */
    Figures round(String base, String token, int streams) throws InterruptedException {
        ConcurrentLinkedQueue<Double> delays = new ConcurrentLinkedQueue<>();
        CountDownLatch done = new CountDownLatch(streams);
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
        return new Figures(delays.stream().mapToDouble(Double::doubleValue).toArray());
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
