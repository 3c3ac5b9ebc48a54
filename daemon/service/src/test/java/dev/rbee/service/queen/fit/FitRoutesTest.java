package dev.rbee.service.queen.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.Credential;
import dev.rbee.client.Http;
import dev.rbee.client.ModelsClient;
import dev.rbee.client.Remote;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.models.FitAnswer;
import dev.rbee.contract.models.FitRequest;
import dev.rbee.contract.models.HiveFit;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.ModelHeader;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerOptions;
import dev.rbee.contract.workers.WorkerRun;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.http.Server;
import dev.rbee.http.ServerSpec;
import dev.rbee.http.gate.FleetGate;
import dev.rbee.service.home.Home;
import dev.rbee.service.queen.store.Database;
import dev.rbee.service.queen.store.LearntTable;
import dev.rbee.service.queen.workers.WorkerChange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitRoutesTest {
    private static final String TOKEN = "rbee_0123456789abcdef";
    private static final long GB = 1_000_000_000L;

    @TempDir
    Path dir;

    private final Http http = new Http();
    private Database database;
    private Experience experience;
    private Server server;
    private ModelsClient client;

    @BeforeEach
    void start() {
        Home home = Home.at(dir);
        home.create();
        database = Database.open(home, InstantSource.system(), System::nanoTime);
        experience = learning();
        server = ServerSpec.builder("queen", "queen-1", new FleetGate(TOKEN, (m, p) -> false, t -> Optional.empty()))
                .routes(new FitRoutes(
                        FitRoutesTest::hives,
                        new HiveFits(experience, 4_096, 2),
                        ref -> new Subject(
                                "far", Subject.bySize("qwen3", 40 * GB, 40_960, "Q4_K_M", false), 40 * GB, null))::add)
                .start();
        client = new ModelsClient(new Remote(server.url(), () -> Credential.admin(TOKEN), http));
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
        http.close();
    }

    private Experience learning() {
        return new Experience(new LearntTable(database), (hive, model) -> entry(model, 4 * GB), InstantSource.system());
    }

    private static List<HiveInfo> hives() {
        return List.of(
                hive("away", HiveState.OFFLINE, 64 * GB, List.of()),
                hive("small", HiveState.ONLINE, 2 * GB, List.of()),
                hive("large", HiveState.ONLINE, 64 * GB, List.of()),
                hive("having", HiveState.ONLINE, 16 * GB, List.of(entry("tiny", 4 * GB))));
    }

    private static ModelEntry entry(String id, long bytes) {
        ModelEntry plain = new ModelEntry(
                id,
                id + ".gguf",
                null,
                bytes,
                "aa",
                "installed",
                "llama",
                "Q8_0",
                8_192,
                4 * GB,
                false,
                true,
                null,
                null);
        return new ModelEntry(
                plain.id(),
                plain.file(),
                null,
                bytes,
                "aa",
                "installed",
                "llama",
                "Q8_0",
                8_192,
                4 * GB,
                false,
                true,
                null,
                null,
                List.of("hf:some/tiny:Q8_0"),
                null,
                null,
                null,
                null,
                Subject.bySize("llama", bytes, 8_192, "Q8_0", false));
    }

    private static HiveInfo hive(String id, HiveState state, long memory, List<ModelEntry> models) {
        Capabilities capabilities = new Capabilities(
                List.of(),
                "linux",
                "x86_64",
                new CpuInfo("cpu", 4, 8, List.of("avx2"), null),
                new MemoryInfo(memory, memory - GB / 2),
                new MemoryInfo(1, 1),
                List.of(new EngineInfo("embedded", "1", true, null), new EngineInfo("llama-server", "1", true, null)),
                models,
                null,
                null);
        return new HiveInfo(
                id,
                id,
                "127.0.0.1",
                1,
                "http://127.0.0.1:1",
                HiveMode.NETWORK,
                state,
                state == HiveState.ONLINE,
                null,
                null,
                null,
                0,
                capabilities,
                null,
                null,
                Instant.EPOCH,
                null);
    }

    private static FitRequest ask(String model, @Nullable String hive) {
        return new FitRequest(model, hive, null, null, null);
    }

    @Test
    void hivesAreSortedByHowWellTheyWouldRunIt() {
        FitAnswer answer = client.fit(ask("hf:some/TINY:Q8_0", null));
        assertEquals("tiny", answer.model());
        assertEquals(4_096, answer.ctx());
        assertEquals(2, answer.slots());
        assertEquals(
                List.of("having fits", "large fits", "small too_large", "away offline"),
                answer.hives().stream()
                        .map(fit -> fit.hive() + " " + fit.verdict())
                        .toList());
        HiveFit best = answer.hives().getFirst();
        assertTrue(best.hasFile());
        assertEquals("embedded", best.engine());
        assertFalse(best.learnt());
        assertTrue(best.words().startsWith("Fits: needs "), best.words());
        assertFalse(answer.hives().get(1).hasFile());
    }

    @Test
    void aModelThatNobodyHasIsLookedAtWhereItComesFrom() {
        FitAnswer answer = client.fit(ask("hf:far/away", null));
        assertEquals("far", answer.model());
        assertEquals("large fits llama-server", say(answer.hives().getFirst()));
        assertTrue(answer.hives().get(1).words().startsWith("Short by "));
    }

    @Test
    void aFileThatNobodyHasIsJudgedByTheHeaderThatCameAlong() {
        ModelHeader header = Subject.bySize("llama", 4 * GB, 8_192, "Q8_0", false);
        FitAnswer answer = client.fit(new FitRequest("tiny", null, null, null, null, header, 4 * GB));
        assertEquals("tiny", answer.model());
        assertEquals("llama", answer.architecture());
        assertEquals(8_192, answer.trainedContext());
        assertTrue(answer.hives().stream().noneMatch(HiveFit::hasFile), "not the one of that name on a hive");
        assertEquals(
                1,
                client.fit(new FitRequest("new.gguf", "large", null, null, null, header, 4 * GB))
                        .hives()
                        .size());

        ModelHeader absurd = Subject.bySize("llama", -1, 8_192, "Q8_0", false);
        ModelHeader strange = Subject.bySize("--rpc x", 4 * GB, 8_192, "Q8_0", false);
        for (ModelHeader bad : List.of(absurd, strange)) {
            assertEquals(
                    ProblemCode.INVALID_FIELD, refused(new FitRequest("tiny", null, null, null, null, bad, 4 * GB)));
        }
        assertEquals(ProblemCode.INVALID_FIELD, refused(new FitRequest("tiny", null, null, null, null, header, -1L)));
    }

    private static String say(HiveFit fit) {
        return fit.hive() + " " + fit.verdict() + " " + fit.engine();
    }

    @Test
    void runsTeach() {
        experience.changed(beat(null, null));
        experience.tick();
        assertFalse(client.fit(ask("tiny", "having")).hives().getFirst().learnt());
        experience.changed(beat(5 * GB, 10.0));
        experience.tick();
        experience.changed(beat(6 * GB, 20.0));
        experience.tick();
        HiveFit fit = client.fit(ask("tiny", "having")).hives().getFirst();
        assertTrue(fit.learnt());
        assertEquals(6 * GB, fit.totalBytes());
        assertEquals(13.0, Objects.requireNonNull(fit.tokensPerSecond()), 0.01);
        assertEquals(900L, fit.loadMs());
        // Another context was not run; its speed is told from the memory's, which was.
        HiveFit other = client.fit(new FitRequest("tiny", "having", 512, 1, WorkerOptions.NONE))
                .hives()
                .getFirst();
        assertFalse(other.learnt());
        assertEquals(13.0, Objects.requireNonNull(other.tokensPerSecond()), 0.01);
        // What was learnt is there after a new start.
        database.close();
        database = Database.open(Home.at(dir), InstantSource.system(), System::nanoTime);
        assertEquals(
                6 * GB,
                new HiveFits(learning(), 4_096, 2)
                        .of(hives().getLast(), Subject.of(entry("tiny", 4 * GB)), null, null, null, null)
                        .need()
                        .host());
    }

    private static WorkerChange beat(@Nullable Long peak, @Nullable Double speed) {
        WorkerRun run = new WorkerRun("embedded", "aa", "Q8_0", "f16", 0, null, null, null, 900L, peak, null);
        WorkerInfo worker = new WorkerInfo(
                "w-1",
                "w-1",
                "http://127.0.0.1:2",
                "tiny",
                "cpu",
                null,
                WorkerState.IDLE,
                2,
                2,
                0,
                null,
                "having",
                1,
                null,
                Instant.EPOCH,
                true,
                speed,
                null,
                null,
                4_096,
                null,
                Instant.EPOCH,
                false,
                true,
                run);
        return new WorkerChange(WorkerChange.Kind.BEAT, worker, worker, "heartbeat");
    }

    @Test
    void wrongQuestionsAreRefused() {
        assertEquals(ProblemCode.HIVE_NOT_FOUND, refused(ask("tiny", "nowhere")));
        assertEquals(ProblemCode.MISSING_FIELD, refused(ask(" ", null)));
        assertEquals(ProblemCode.INVALID_FIELD, refused(new FitRequest("tiny", null, 0, null, null)));
        assertEquals(
                ProblemCode.INVALID_FIELD,
                refused(new FitRequest(
                        "tiny",
                        null,
                        null,
                        null,
                        new WorkerOptions("--rpc", null, null, null, null, null, null, null))));
    }

    private ProblemCode refused(FitRequest request) {
        return assertThrows(ProblemException.class, () -> client.fit(request))
                .problem()
                .code();
    }
}
