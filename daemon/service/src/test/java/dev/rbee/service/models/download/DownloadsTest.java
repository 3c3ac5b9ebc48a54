package dev.rbee.service.models.download;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.Credential;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.DownloadModel;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.RemoteFile;
import dev.rbee.contract.models.ResolvedModel;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.jobs.JobLimits;
import dev.rbee.service.jobs.JobStore;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.fetch.FetchSetup;
import dev.rbee.service.models.fetch.HttpFetcher;
import dev.rbee.service.settings.Settings;
import dev.rbee.service.settings.SettingsLoader;
import dev.rbee.testing.HubFile;
import dev.rbee.testing.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class DownloadsTest {
    private static final Path ASSETS = Path.of(System.getProperty("rbee.assets"), "models");
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String REPO = "owner/Demo-GGUF";

    @TempDir
    Path folder;

    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private HubServer hub;
    private ModelStore store;
    private JobStore jobs;
    private HttpFetcher fetcher;
    private Downloads downloads;

    @BeforeEach
    void start() throws IOException {
        hub = HubServer.start();
        hub.repo(REPO).file("Demo-Q8_0.gguf", ASSETS.resolve("rbee-demo.gguf"));
        store = new ModelStore(folder.resolve("models"), folder.resolve("no-bundled-model"));
        jobs = new JobStore(InstantSource.system(), () -> UUID.randomUUID().toString(), JobLimits.DEFAULT, job -> {});
        Settings settings = SettingsLoader.load(folder.resolve("none.toml"), hub.environment(), Map.of())
                .settings();
        fetcher = new HttpFetcher(FetchSetup.of(settings.models(), Map.of(), System::nanoTime, new Random(1))
                .withSpace(path -> free.get()));
        Sources sources =
                new Sources(this::resolve, () -> null, () -> Credential.admin("0123456789abcdef"), () -> null);
        downloads = new Downloads(store, jobs, fetcher, sources, 1, System::nanoTime, () -> {});
    }

    @AfterEach
    void stop() {
        jobs.close();
        fetcher.close();
        store.close();
        hub.close();
    }

    private RemoteFile remote(String name, String role, boolean hashed) {
        HubFile file = hub.repo(REPO).get(name);
        String url = hub.url() + "/" + REPO + "/resolve/main/" + name;
        return new RemoteFile(name, role, url, file.size(), hashed ? file.sha256() : null);
    }

    private ResolvedModel resolve(String ref) {
        RemoteFile file = remote("Demo-Q8_0.gguf", "model", true);
        return new ResolvedModel(ref, "Demo-Q8_0", List.of(file), file.sizeBytes(), "Q8_0", null, false);
    }

    private static DownloadModel order(@Nullable String name, RemoteFile... files) {
        return new DownloadModel(null, name, List.of(files), null, null);
    }

    private JobInfo ended(JobInfo job) {
        await().atMost(LONG).until(() -> jobs.get(job.jobId()).state() != JobState.RUNNING);
        return jobs.get(job.jobId());
    }

    private String failure(DownloadModel order) {
        return Objects.requireNonNull(ended(downloads.start(order)).error())
                .code()
                .wire();
    }

    @Test
    void aDiskThatWouldBeFullIsRefusedBeforeAnythingIsWritten() {
        free.set(1 << 20);
        assertEquals("storage_full", failure(order(null, remote("Demo-Q8_0.gguf", "model", true))));
        assertTrue(store.list().stream()
                .noneMatch(
                        each -> each.state().equals("installed") && !each.id().equals("demo")));
        free.set(Long.MAX_VALUE);
        JobInfo done = ended(downloads.start(order(null, remote("Demo-Q8_0.gguf", "model", true))));
        assertEquals(JobState.DONE, done.state(), String.valueOf(done.error()));
        assertEquals("installed", store.entry("Demo-Q8_0").state());
    }

    @Test
    void aReferenceAloneIsResolvedAndJoinsWhatIsComing() {
        hub.faults().slow(256 << 10);
        JobInfo first = downloads.start(order(null, remote("Demo-Q8_0.gguf", "model", true)));
        JobInfo second = downloads.start(new DownloadModel("hf:" + REPO + ":Q8_0", null, null, null, null));
        assertFalse(first.jobId().equals(second.jobId()), "only resolving shows that it is the same");
        hub.faults().slow(0);
        assertEquals(JobState.DONE, ended(first).state());
        assertEquals(
                JobState.DONE,
                ended(second).state(),
                String.valueOf(ended(second).error()));
        assertFalse(Files.exists(store.folder().resolve("Demo-Q8_0-2.gguf")));
    }

    @Test
    void onlySoManyAtATimeTheOthersWaitInTheirOrder() {
        hub.faults().slow(256 << 10);
        hub.repo(REPO).random("Other-Q8_0.gguf", 1 << 20, 7);
        JobInfo first = downloads.start(order(null, remote("Demo-Q8_0.gguf", "model", true)));
        await().atMost(LONG).until(() -> phase(first).equals("downloading"));
        JobInfo second = downloads.start(order(null, remote("Other-Q8_0.gguf", "model", true)));
        await().atMost(LONG).until(() -> phase(second).equals("queued"));
        assertEquals(0, hub.sent(REPO, "Other-Q8_0.gguf"));
        var _ = jobs.pause(first.jobId(), true);
        await().atMost(LONG).until(() -> hub.sent(REPO, "Other-Q8_0.gguf") > 0);
        hub.faults().slow(0);
        var _ = jobs.pause(first.jobId(), false);
        assertEquals(JobState.DONE, ended(first).state());
        assertEquals(JobState.FAILED, ended(second).state());
    }

    private String phase(JobInfo job) {
        var transfer = jobs.get(job.jobId()).transfer();
        return transfer == null ? "" : transfer.phase();
    }

    @Test
    void namesAreKeptApartAndWhatIsUnknownOfTheContentIsLearnt() {
        JobInfo done = ended(downloads.start(order("mine", remote("Demo-Q8_0.gguf", "model", false))));
        assertEquals(JobState.DONE, done.state(), String.valueOf(done.error()));
        ModelEntry mine = store.entry("mine");
        assertEquals(hub.repo(REPO).get("Demo-Q8_0.gguf").sha256(), mine.sha256());
        assertNotNull(mine.header());
        hub.repo(REPO).random("Noise.gguf", 1000, 3);
        assertEquals("already_exists", failure(order("MINE", remote("Noise.gguf", "model", true))));
    }

    @Test
    void whatIsNoModelGetsNoNameAndLeavesNothing() {
        hub.repo(REPO).random("Noise.gguf", 200_000, 3);
        assertEquals("model_invalid", failure(order(null, remote("Noise.gguf", "model", true))));
        assertEquals(
                "model_invalid",
                failure(order(null, remote("Demo-Q8_0.gguf", "model", true), remote("Noise.gguf", "mmproj", true))));
        assertTrue(
                store.list().stream().allMatch(each -> each.id().equals("demo")),
                store.list().toString());
        assertEquals(0, store.collect("h", Duration.ZERO, true).freedBytes());
    }

    @Test
    void ordersThatMakeNoSenseAreRefusedAtOnce() {
        RemoteFile good = remote("Demo-Q8_0.gguf", "model", true);
        for (DownloadModel bad : List.of(
                new DownloadModel(null, null, null, null, null),
                order("../up", good),
                order(null),
                order(null, new RemoteFile("x.gguf", "mmproj", good.url(), 1L, null)),
                order(null, new RemoteFile("x.gguf", "adapter", good.url(), 1L, null)),
                order(null, new RemoteFile("x.exe", "model", good.url(), 1L, null)),
                order(null, new RemoteFile("x.gguf", "model", good.url(), -1L, null)),
                order(null, new RemoteFile("x.gguf", "model", good.url(), 1L, "../../etc/passwd")),
                order(null, new RemoteFile("x.gguf", "model", null, 1L, null)),
                new DownloadModel(
                        null, null, List.of(new RemoteFile("x.gguf", "model", null, 1L, null)), true, null))) {
            ProblemException refused = assertThrows(ProblemException.class, () -> downloads.start(bad), bad.toString());
            assertEquals(400, refused.problem().code().status());
        }
    }
}
