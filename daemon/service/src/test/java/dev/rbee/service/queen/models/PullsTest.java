package dev.rbee.service.queen.models;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.Http;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.models.ref.ModelRef;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.AdminGate;
import dev.rbee.service.jobs.JobLimits;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.queen.events.EventHub;
import dev.rbee.service.queen.hives.HiveDoor;
import dev.rbee.service.queen.hives.HiveLimits;
import dev.rbee.service.queen.hives.HiveRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pulls over real HTTP, to hives that keep files in memory. */
class PullsTest {
    private static final byte[] MODEL = new byte[700_000];
    private static final String REF = "hf:owner/repo:Q4_K_M";

    static {
        new Random(7).nextBytes(MODEL);
    }

    private final Http http = new Http();
    private final AtomicInteger outside = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private final List<FileHive> hives = new ArrayList<>();
    private final EventHub hub = new EventHub("q", 100, 10);
    private final HiveRegistry registry =
            new HiveRegistry(InstantSource.system(), System::nanoTime, new Random(1), HiveLimits.DEFAULT, hub);
    private final JobStore jobs =
            new JobStore(InstantSource.system(), () -> "q" + ids.incrementAndGet(), JobLimits.DEFAULT, job -> {});
    private final HiveDoor door = new HiveDoor(http, id -> FileHive.TOKEN);
    private final Server queen = ServerSpec.builder("queen", "q", new AdminGate(FileHive.TOKEN))
            .grace(Duration.ofMillis(50))
            .routes(routes -> routes.get(
                            "/v1/models/{sha256}/file", new FileRelay(registry::list, door::of).handler(null))
                    .get("/outside.gguf", x -> {
                        outside.incrementAndGet();
                        x.send(200, "application/octet-stream", MODEL);
                    }))
            .start();
    private volatile @Nullable String hash = FileHive.sha256(MODEL);
    private final PullParts parts = new PullParts(registry, door, jobs, source(), new Claims(), System::nanoTime);
    private final Pulls pulls = new Pulls(parts);

    private ModelSource source() {
        return new ModelSource() {
            @Override
            public ResolvedModel resolve(ModelRef ref) {
                RemoteFile file =
                        new RemoteFile("m.gguf", "model", queen.url() + "/outside.gguf", (long) MODEL.length, hash);
                return new ResolvedModel(REF, "repo-Q4", List.of(file), (long) MODEL.length, "Q4_K_M", null, true);
            }

            @Override
            public boolean inLibrary(ModelRef ref) {
                return ref instanceof ModelRef.Library named && named.name().equals("known");
            }

            @Override
            public String token() {
                return "hf_secret";
            }
        };
    }

    private FileHive hive(String id) {
        FileHive hive = new FileHive(id, queen.url());
        hives.add(hive);
        register(hive);
        return hive;
    }

    private void register(FileHive hive) {
        var _ = registry.register(hive.registration());
    }

    @AfterEach
    void close() {
        jobs.close();
        hives.forEach(FileHive::close);
        queen.close();
        hub.close();
        http.close();
    }

    private JobInfo ended(JobInfo job) {
        await().atMost(Duration.ofSeconds(60)).until(() -> jobs.get(job.jobId()).state() != JobState.RUNNING);
        return jobs.get(job.jobId());
    }

    private JobInfo done(JobInfo job) {
        JobInfo end = ended(job);
        assertEquals(JobState.DONE, end.state(), String.valueOf(end.error()));
        return end;
    }

    private JobInfo pull(@Nullable String hive) {
        return pulls.pull(new PullModel(REF, hive, null));
    }

    @Test
    void manyCallersOnManyHivesMakeOneDownload() {
        for (int i = 0; i < 5; i++) {
            hive("h" + i);
        }
        List<JobInfo> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(pull("h" + i % 5));
        }
        assertEquals(5, Set.copyOf(all.stream().map(JobInfo::jobId).toList()).size());
        all.forEach(this::done);
        assertEquals(1, outside.get());
        for (FileHive hive : hives) {
            assertEquals(1, hive.orders.size());
            assertArrayEquals(MODEL, hive.files.get(FileHive.sha256(MODEL)));
        }
    }

    @Test
    void copiesOfWhatHadNoHashComeFromTheFleetToo() {
        hash = null;
        hive("h0");
        FileHive second = hive("h1");
        done(pull("h0"));
        done(pull("h1"));
        assertEquals(1, outside.get());
        assertTrue(Boolean.TRUE.equals(second.orders.getFirst().fleet()));
        assertNull(second.orders.getFirst().hubToken());
    }

    @Test
    void aModelThatIsThereIsDoneAtOnce() {
        FileHive first = hive("h0");
        JobInfo job = done(pull(null));
        assertNotNull(job.result());
        assertEquals("repo-Q4", job.result().path("id").asText());
        assertEquals("h0", job.result().path("hive").asText());
        assertEquals("hf_secret", first.orders.getFirst().hubToken());
        done(pull(null));
        done(pulls.pull(new PullModel("Repo-Q4", "h0", null)));
        assertEquals(1, first.orders.size());
    }

    @Test
    void anInstalledModelIsCopiedByItsName() {
        hive("h0").put("mine", MODEL);
        register(hives.getFirst());
        FileHive second = hive("h1");
        JobInfo job = done(pulls.pull(new PullModel("mine", "h1", null)));
        assertNotNull(job.result());
        assertEquals("h1", job.result().path("hive").asText());
        assertEquals(0, outside.get());
        assertEquals("mine", second.models.getFirst().id());
    }

    @Test
    void goesOnAfterTheHiveWasStartedAgain() {
        FileHive hive = hive("h0");
        hive.gate.drainPermits();
        JobInfo job = pull("h0");
        await().atMost(Duration.ofSeconds(60)).until(() -> hive.orders.size() == 1);
        hive.restart();
        hive.gate.release(10);
        done(job);
        assertEquals(2, hive.orders.size());
    }

    @Test
    void restsAndGoesOnAndEndsWhenAsked() {
        FileHive hive = hive("h0");
        hive.gate.drainPermits();
        JobInfo job = pull("h0");
        await().atMost(Duration.ofSeconds(60)).until(() -> jobs.get(job.jobId()).transfer() != null);
        assertTrue(Boolean.TRUE.equals(jobs.get(job.jobId()).pausable()));
        var _ = jobs.pause(job.jobId(), true);
        await().atMost(Duration.ofSeconds(60)).until(() -> hive.paused.get() == 1);
        var _ = jobs.pause(job.jobId(), false);
        await().atMost(Duration.ofSeconds(60)).until(() -> hive.paused.get() == 0);
        var _ = jobs.cancel(job.jobId());
        assertEquals(JobState.CANCELLED, ended(job).state());
        hive.gate.release(10);
        assertTrue(hive.models.isEmpty());
    }

    @Test
    void aHiveThatHasTheRoomIsChosen() {
        FileHive small = hive("a");
        small.diskFree = 1000;
        register(small);
        FileHive weak = hive("b");
        weak.ram = 1000;
        register(weak);
        hive("c");
        JobInfo job = done(pull(null));
        assertNotNull(job.result());
        assertEquals("c", job.result().path("hive").asText());
        JobInfo full = ended(pull("a"));
        assertNotNull(full.error());
        assertEquals(ProblemCode.STORAGE_FULL, full.error().code());
    }

    @Test
    void whatIsKnownToBeWrongIsRefusedAtOnce() {
        hive("h0");
        assertEquals(ProblemCode.MISSING_FIELD, refused(new PullModel(" ", null, null)));
        assertEquals(ProblemCode.INVALID_FIELD, refused(new PullModel("/etc/passwd", null, null)));
        assertEquals(ProblemCode.INVALID_FIELD, refused(new PullModel("hf:../x/y", null, null)));
        assertEquals(ProblemCode.INVALID_FIELD, refused(new PullModel(REF, null, "../x")));
        assertEquals(ProblemCode.HIVE_NOT_FOUND, refused(new PullModel(REF, "h9", null)));
    }

    @Test
    void requestsFetchOnlyWhatTheirCallerMay() {
        hive("h0").gate.drainPermits();
        assertTrue(fetches(AutoPull.Allowed.ANY, REF, true));
        assertFalse(fetches(AutoPull.Allowed.ANY, REF, false));
        assertTrue(fetches(AutoPull.Allowed.ANY, "known:1b", false));
        assertTrue(fetches(AutoPull.Allowed.CATALOG, "known:1b", false));
        assertFalse(fetches(AutoPull.Allowed.CATALOG, REF, true));
        assertFalse(fetches(AutoPull.Allowed.OFF, "known:1b", true));
        assertFalse(fetches(AutoPull.Allowed.ANY, "/etc/passwd", true));
        assertFalse(fetches(AutoPull.Allowed.ANY, "no such model", true));
        assertFalse(fetches(AutoPull.Allowed.ANY, "unheard-of", true));
    }

    private boolean fetches(AutoPull.Allowed allowed, String model, boolean admin) {
        return new AutoPull(pulls, parts, allowed).fetch(model, null, admin).isPresent();
    }

    private ProblemCode refused(PullModel request) {
        return assertThrows(ProblemException.class, () -> pulls.pull(request))
                .problem()
                .code();
    }

    @Test
    void rangesGoThroughTheRelay() {
        FileHive hive = hive("h0");
        hive.put("mine", MODEL);
        String sha = FileHive.sha256(MODEL);
        var part = http.call(request(sha).header("Range", "bytes=699990-").build());
        assertEquals(206, part.status());
        assertEquals(10, part.body().length);
        assertEquals("bytes 699990-699999/700000", part.headers().get("Content-Range"));
        assertEquals("\"" + sha + "\"", part.headers().get("ETag"));
        assertEquals(
                416,
                http.call(request(sha).header("Range", "bytes=9999999-").build())
                        .status());
        assertArrayEquals(MODEL, http.call(request(sha).build()).body());
        assertEquals(404, http.call(request("0".repeat(64)).build()).status());
        assertEquals(400, http.call(request("x").build()).status());
    }

    private Request.Builder request(String sha) {
        return new Request.Builder()
                .url(queen.url() + "/v1/models/" + sha + "/file")
                .header("Authorization", "Bearer " + FileHive.TOKEN);
    }

    @Test
    void namesAndReferencesMeanTheSame() {
        FileHive hive = hive("h0");
        hive.put("Repo-Q4", MODEL, REF);
        List<ModelEntry> all = hive.models;
        for (String name :
                List.of("Repo-Q4", "repo-q4.gguf", "hf:owner/repo:q4_k_m", "huggingface.co/owner/repo:Q4_K_M")) {
            assertEquals("Repo-Q4", Aliases.id(all, name).orElse(""), name);
        }
        assertTrue(Aliases.id(all, "hf:owner/repo:Q8_0").isEmpty());
    }
}
