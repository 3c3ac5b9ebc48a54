package dev.rbee.service.queen.models;

import dev.rbee.client.Http;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.Transfer;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Exchange;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import dev.rbee.service.jobs.JobContext;
import dev.rbee.service.jobs.JobLimits;
import dev.rbee.service.jobs.JobRoutes;
import dev.rbee.service.jobs.JobStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;

/** A hive with files in memory, which fetches for real over HTTP: from outside by address, from the fleet by hash. */
final class FileHive implements AutoCloseable {
    static final String TOKEN = "rbee_hive_token_0123456789";
    final String id;
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<ModelEntry> models = new CopyOnWriteArrayList<>();
    final List<DownloadModel> orders = new CopyOnWriteArrayList<>();
    /** One permit lets one download end. */
    final Semaphore gate = new Semaphore(1_000_000);

    final AtomicInteger paused = new AtomicInteger();
    volatile long diskFree = 1L << 40;
    volatile long ram = 64L << 30;
    private final String queen;
    private final Http http = new Http();
    private final AtomicInteger ids = new AtomicInteger();
    private JobStore jobs = fresh();
    private Server server;

    FileHive(String id, String queen) {
        this.id = id;
        this.queen = queen;
        this.server = serve(0);
    }

    private JobStore fresh() {
        return new JobStore(
                InstantSource.system(), () -> id + "-" + ids.incrementAndGet(), JobLimits.DEFAULT, job -> {});
    }

    private Server serve(int port) {
        JobStore now = jobs;
        return ServerSpec.builder("hive", id, new AdminGate(TOKEN))
                .port(port)
                .proofSecret(TOKEN)
                .grace(Duration.ofMillis(50))
                .routes(routes -> routes.get("/v1/capabilities", x -> x.json(200, capabilities()))
                        .post("/v1/models/download", x -> download(now, x))
                        .get("/v1/models/{sha256}/file", this::file))
                .routes(new JobRoutes(now)::add)
                .start();
    }

    /** Its process ends and another one starts on the same port; files stay, jobs do not. */
    void restart() {
        int port = server.port();
        server.close();
        jobs.close();
        jobs = fresh();
        server = serve(port);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(String name, byte[] bytes, String... refs) {
        String sha = sha256(bytes);
        files.put(sha, bytes);
        models.add(new ModelEntry(
                name,
                name + ".gguf",
                null,
                bytes.length,
                sha,
                "installed",
                null,
                null,
                null,
                null,
                false,
                true,
                null,
                id,
                Arrays.asList(refs),
                "stored",
                false,
                1,
                null,
                null));
    }

    private void download(JobStore now, Exchange x) {
        DownloadModel what = x.body(DownloadModel.class);
        orders.add(what);
        x.json(
                202,
                JobAccepted.of(
                        now.create("download", "fetch", job -> fetch(job, what)).jobId()));
    }

    private ModelEntry fetch(JobContext job, DownloadModel what) throws InterruptedException {
        job.pausable(paused::incrementAndGet, paused::decrementAndGet);
        RemoteFile file = Objects.requireNonNull(what.files()).getFirst();
        job.transfer(new Transfer(file.name(), "downloading", 1, 10L, 5, 2.0));
        gate.acquire();
        boolean fleet = Boolean.TRUE.equals(what.fleet());
        String url = fleet ? queen + "/v1/models/" + file.sha256() + "/file" : Objects.requireNonNull(file.url());
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        byte[] bytes = http.call(request).orThrow().body();
        if (file.sha256() != null && !sha256(bytes).equals(file.sha256())) {
            throw ProblemException.of(ProblemCode.HASH_MISMATCH, "It is another file.", null);
        }
        put(Objects.requireNonNull(what.name()), bytes, Objects.requireNonNull(what.modelRef()));
        return models.getLast();
    }

    private void file(Exchange x) {
        byte[] bytes = files.get(x.path("sha256"));
        if (bytes == null) {
            throw ProblemException.of(ProblemCode.MODEL_NOT_FOUND, "Not here.", null);
        }
        String range = x.header("Range").orElse("");
        x.responseHeader("ETag", "\"" + x.path("sha256") + "\"");
        if (range.equals("bytes=9999999-")) {
            x.responseHeader("Content-Range", "bytes */" + bytes.length);
            x.send(416, "application/octet-stream", new byte[0]);
        } else if (range.startsWith("bytes=")) {
            int from = Integer.parseInt(range.substring(6, range.length() - 1));
            x.responseHeader("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
            x.send(206, "application/octet-stream", Arrays.copyOfRange(bytes, from, bytes.length));
        } else {
            x.send(200, "application/octet-stream", bytes);
        }
    }

    Capabilities capabilities() {
        return new Capabilities(
                List.of(),
                "linux",
                "x86_64",
                new CpuInfo("cpu", 2, 2, List.of(), null),
                new MemoryInfo(ram, ram),
                new MemoryInfo(1L << 41, diskFree),
                List.of(),
                List.copyOf(models),
                null,
                null);
    }

    RegisterHive registration() {
        return new RegisterHive(id, "127.0.0.1", server.port(), HiveMode.LOCAL, "1", 1L, 1L, capabilities());
    }

    @Override
    public void close() {
        server.close();
        jobs.close();
        http.close();
    }
}
