package dev.rbee.service.hive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.jobs.JobAccepted;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.home.RunFile;
import dev.rbee.testing.HubFile;
import dev.rbee.testing.HubServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hive that is killed again and again while it downloads. {@code -Drbee.kills=100} kills more often, {@code -Drbee.seed=} repeats a run.
 */
class DownloadKillIT {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String REPO = "owner/Killed-GGUF";
    private static final String NAME = "Killed-Q8_0";
    private static final long LOST_AT_MOST = 16L << 20;

    @TempDir
    Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private Process hive(Home home, HubServer hub) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Installation.current()
                        .java(
                                "hive",
                                List.of("-Drbee.assets=" + System.getProperty("rbee.assets")),
                                HiveProcess.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "hive.out")));
        builder.environment().put("RBEE_HOME", home.path().toString());
        builder.environment().putAll(hub.environment());
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    private static HiveCalls calls(Home home, Process hive) {
        await().atMost(LONG)
                .until(() ->
                        home.runFile("hive").read().map(RunFile.Content::pid).orElse(0L) == hive.pid());
        String url = home.runFile("hive").read().orElseThrow().url();
        return new HiveCalls(url, String.valueOf(home.existingToken()));
    }

    private static String start(HiveCalls calls, DownloadModel order) throws Exception {
        return Json.read(
                        calls.send("POST", "/v1/models/download", Json.write(order))
                                .body(),
                        JobAccepted.class)
                .jobId();
    }

    private static JobInfo job(HiveCalls calls, String id) throws Exception {
        return Json.read(calls.send("GET", "/v1/jobs/" + id, "").body(), JobInfo.class);
    }

    /** What the hive says is safe of it; empty where nothing is known of it. */
    private static Optional<ModelEntry> entry(HiveCalls calls) {
        return calls.client.models().stream()
                .filter(each -> each.id().equals(NAME))
                .findFirst();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    @Timeout(7200)
    void whatHasTheFinalNameIsWholeAndLittleIsFetchedTwice() throws Exception {
        int kills = Integer.getInteger("rbee.kills", 10);
        long seed = Long.getLong("rbee.seed", new SecureRandom().nextLong());
        System.out.println("kills=" + kills + " -Drbee.seed=" + seed);
        Random random = new Random(seed);
        Home home = Home.at(folder.resolve("home"));
        String token = home.token(new SecureRandom());
        assertTrue(!token.isEmpty());
        try (HubServer hub = HubServer.start()) {
            HubFile file = HubModels.put(hub, folder, REPO, NAME + ".gguf", 48L << 20, seed);
            DownloadModel order = HubModels.order(hub, REPO, file);
            Path target = home.models().resolve(NAME + ".gguf");
            long most = 0;
            int whole = 0;
            long before = 0;
            for (int i = 0; i < kills; i++) {
                hub.faults().slow((1 + random.nextInt(8)) << 20);
                Process hive = hive(home, hub);
                HiveCalls calls = calls(home, hive);
                if (i > 0) {
                    most = Math.max(most, lost(calls, hub, before));
                }
                if (entry(calls)
                        .filter(each -> each.state().equals("installed"))
                        .isPresent()) {
                    assertEquals(file.sha256(), sha256(target));
                    assertEquals(
                            200, calls.send("DELETE", "/v1/models/" + NAME, "").statusCode());
                    whole++;
                }
                before = done(calls) - received(hub);
                String job = start(calls, order);
                long until = received(hub) + (long) (random.nextDouble() * (56L << 20));
                await().atMost(LONG)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> received(hub) >= until || job(calls, job).state() != JobState.RUNNING);
                hive.destroyForcibly().waitFor();
                if (Files.exists(target)) {
                    assertEquals(file.sha256(), sha256(target), "a wrong file has the final name");
                }
            }
            hub.faults().slow(0);
            Process last = hive(home, hub);
            HiveCalls calls = calls(home, last);
            String job = start(calls, order);
            await().atMost(LONG).until(() -> job(calls, job).state() != JobState.RUNNING);
            assertEquals(
                    JobState.DONE,
                    job(calls, job).state(),
                    String.valueOf(job(calls, job).error()));
            assertEquals(file.sha256(), sha256(target));
            System.out.println("kills=" + kills + " whole=" + whole + " most lost=" + most);
            assertTrue(most <= LOST_AT_MOST, "lost " + most);
        }
    }

    private static long received(HubServer hub) {
        return hub.sent(REPO, NAME + ".gguf");
    }

    private static long done(HiveCalls calls) {
        return entry(calls)
                .map(each -> Objects.requireNonNullElse(each.doneBytes(), 0L))
                .orElse(0L);
    }

    /** Bytes that came before the kill and are not known to be safe after it. */
    private static long lost(HiveCalls calls, HubServer hub, long before) {
        if (entry(calls).filter(each -> each.state().equals("installed")).isPresent()) {
            return 0;
        }
        return Math.max(0, received(hub) + before - done(calls));
    }
}
