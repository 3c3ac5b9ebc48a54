package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rbee model}, {@code engine} and {@code endpoint} against a queen over real HTTP. */
class ModelCommandsTest {
    @TempDir
    Path dir;

    private FakeQueen queen;
    private FakeDaemons daemons;
    private Keyboard keyboard;

    @BeforeEach
    void start() {
        queen = new FakeQueen(Home.at(dir).token(new SecureRandom()));
        daemons = new FakeDaemons(queen.url(), null);
        keyboard = new Keyboard(dir, Map.of(), daemons);
    }

    @AfterEach
    void stop() {
        queen.close();
    }

    private String typed(String... args) {
        Keyboard.Screen screen = keyboard.type(args);
        assertEquals(0, screen.exit(), screen.err());
        return screen.out();
    }

    private List<String> calls() {
        return queen.models.calls;
    }

    @Test
    void theCatalogueIsFilteredByWordsUseAndSize() {
        String all = typed("model", "library");
        assertTrue(
                all.lines()
                        .anyMatch(l ->
                                l.matches("small:1b +1.0 GB +1.2 B, 300 M active +40k +chat, small +MIT +embedded")),
                all);
        assertTrue(all.contains("large:1b"), all);
        assertFalse(typed("model", "library", "quick", "TINY").contains("large:1b"));
        assertFalse(typed("model", "library", "--good-at", "vision").contains("small:1b"));
        assertFalse(typed("model", "library", "--max-gb", "2").contains("large:1b"));
        assertTrue(typed("model", "library", "nothing").contains("rbee model search"));
        assertEquals(2, keyboard.type("model", "library", "--json").json().size());
    }

    @Test
    void searchFindsRepositoriesAndTheirFiles() {
        String hits = typed("model", "search", "small", "one", "--limit", "5", "--sort", "likes");
        assertTrue(hits.lines().anyMatch(l -> l.matches("owner/Small-GGUF +1234 +5 +2026-03-02 +mit +gated")), hits);
        assertEquals(List.of("search small one 5 likes"), calls());
        String files = typed("model", "search", "owner/Small-GGUF");
        assertTrue(files.lines().anyMatch(l -> l.matches("Q4_K_M +5.0 GB +3 +hf:owner/Small-GGUF:Q4_K_M")), files);
        assertTrue(files.contains("HF_TOKEN"), files);
    }

    @Test
    void pullWaitsAndSaysWhatCame() {
        assertEquals(
                "Model Small-Q4_K_M (5.0 GB) is there, on local." + System.lineSeparator(),
                typed("model", "pull", "hf:owner/Small-GGUF:q4_k_m", "--hive", "local", "--name", "n"));
        assertEquals(List.of("pull hf:owner/Small-GGUF:Q4_K_M local n"), calls());
        Keyboard.Screen gated = keyboard.type("model", "pull", "hf:owner/gated");
        assertEquals(1, gated.exit());
        assertEquals(
                List.of("rbee: owner/gated is gated.", "hint: Accept it there."),
                gated.err().lines().toList());
        Keyboard.Screen strange = keyboard.type("model", "pull", "hf:../../etc/passwd");
        assertEquals(1, strange.exit());
        assertEquals(2, calls().size(), "never sent");
        assertEquals(
                "Download pull has begun; `rbee model downloads` shows it." + System.lineSeparator(),
                typed("model", "pull", "small:1b", "--detach"));
    }

    @Test
    void ctrlCStopsAPullAndKeepsWhatIsThere() {
        daemons.interruptOnce();
        Keyboard.Screen screen = keyboard.type("model", "pull", "hf:owner/slow");
        assertEquals(1, screen.exit());
        assertEquals(
                List.of(
                        "rbee: The download of hf:owner/slow was stopped; what is there is kept.",
                        "hint: The same command goes on with it."),
                screen.err().lines().toList());
        assertEquals(List.of("pull hf:owner/slow null null", "DELETE /v1/jobs/slow"), calls());
    }

    @Test
    void pullStartsAQueenOfItsOwnWhereNoneRuns() {
        FakeDaemons none = new FakeDaemons(null, queen.url());
        Keyboard alone = new Keyboard(dir, Map.of(), none);
        assertEquals(0, alone.type("model", "pull", "small:1b").exit());
        assertEquals(List.of("start", "stop"), none.calls);
        Keyboard.Screen detached = alone.type("model", "pull", "small:1b", "--detach");
        assertEquals(1, detached.exit());
        assertTrue(detached.err().contains("rbee --daemon"), detached.err());
    }

    @Test
    void inferFetchesAModelThatNobodyHas() {
        Keyboard.Screen screen = keyboard.type("infer", "--model", "hf:owner/Small-GGUF:Q4_K_M", "--prompt", "hi");
        assertEquals(0, screen.exit(), screen.err());
        assertEquals(List.of("pull hf:owner/Small-GGUF:Q4_K_M null null"), calls());
        assertEquals(List.of("spawn Small-Q4_K_M", "infer Small-Q4_K_M hi", "DELETE /v1/workers/w1"), queen.calls);
        queen.calls.clear();
        assertEquals(
                0,
                keyboard.type("infer", "--model", "small:1b", "--prompt", "hi").exit());
        assertEquals(1, calls().size(), "it is there now, under every name");
        assertEquals("spawn Small-Q4_K_M", queen.calls.getFirst());
        queen.calls.clear();
        assertEquals(
                0, keyboard.type("infer", "--model", "small", "--prompt", "hi").exit());
        assertEquals("pull small null null", calls().getLast(), "a name of the catalogue alone");
    }

    @Test
    void downloadsAreListedAndHeld() {
        String list = typed("model", "downloads");
        assertTrue(list.lines().anyMatch(l -> l.matches("p7 +small:1b +running +paused at 2.1 GB .* 60 s ago")), list);
        assertFalse(list.contains("s1"), list);
        typed("model", "downloads", "--pause", "p7");
        typed("model", "downloads", "--resume", "p7");
        typed("model", "downloads", "--stop", "p7");
        assertEquals(List.of("POST /v1/jobs/p7/pause", "POST /v1/jobs/p7/resume", "DELETE /v1/jobs/p7"), calls());
        assertEquals(
                2,
                keyboard.type("model", "downloads", "--pause", "a", "--stop", "b")
                        .exit());
    }

    @Test
    void fitSaysItInATableAndInWords() {
        String text = typed("model", "fit", "hf:owner/Small", "--ctx", "32768", "--kv-type", "q8_0");
        assertTrue(text.startsWith("Small, 5.0 GB, Q4_K_M, llama; 2 at a time with a context of 32768"), text);
        assertTrue(text.contains("local: short by 3.4 GB at 32k; fits at 16k"), text);
        assertTrue(text.contains("6.0 GB (measured)"), text);
        assertTrue(calls().getFirst().contains("kvType=q8_0"), calls()::toString);
        typed("model", "fit", "small");
        assertEquals("fit small null null", calls().getLast());
    }

    @Test
    void aFileIsJudgedByItsHeaderBeforeAnybodyHasIt() throws IOException {
        Path demo = Path.of(System.getProperty("rbee.assets"), "models", "rbee-demo.gguf");
        typed("model", "fit", demo.toString());
        assertEquals("fit rbee-demo.gguf null null llama " + Files.size(demo), calls().getLast());
        Keyboard.Screen none =
                keyboard.type("model", "fit", dir.resolve("none.gguf").toString());
        assertEquals(1, none.exit());
        assertTrue(none.err().contains("There is no model file"), none.err());
    }

    @Test
    void gcAndRmSayWhatTheyFree() {
        assertTrue(typed("model", "gc", "--dry-run").endsWith("1.5 GB would be freed." + System.lineSeparator()));
        assertTrue(typed("model", "gc").endsWith("1.5 GB freed." + System.lineSeparator()));
        assertEquals(List.of("gc true", "gc false"), calls());
        queen.models.pulled.add(FakeModels.entry());
        assertEquals(
                "Model small:1b removed; it took 5.0 GB." + System.lineSeparator(), typed("model", "rm", "small:1b"));
        assertTrue(typed("model", "list").contains("chat, vision"));
    }

    @Test
    void enginesAreListedInstalledChosenAndRemoved() {
        String list = typed("engine", "list");
        assertTrue(
                list.lines()
                        .anyMatch(l ->
                                l.matches("local +llama-server +b10587 +in use +installed +420 tok/s +CUDA0: a card")),
                list);
        assertEquals(
                "llama-server b10587 is installed on local (demo model: 420 tok/s)." + System.lineSeparator(),
                typed("engine", "install", "https://example.com/llama.tar.gz", "--sha256", "ab"));
        typed("engine", "use", "b10587", "--hive", "local");
        typed("engine", "rm", "b10587");
        assertEquals(
                List.of(
                        "install local https://example.com/llama.tar.gz null ab",
                        "POST /v1/hives/local/engines/b10587/use",
                        "DELETE /v1/hives/local/engines/b10587"),
                calls());
        assertTrue(keyboard.type("engine", "install", "https://example.com/llama.tar.gz")
                .err()
                .contains("--sha256"));
        assertTrue(keyboard.type("engine", "install", "/no/such/file").err().contains("There is no file"));
        Keyboard.Screen unknown = keyboard.type("engine", "use", "x", "--hive", "far", "--json");
        assertEquals("hive_not_found", unknown.json().at("/error/code").asText());
    }

    @Test
    void endpointsTakeTheirKeyFromInputOrEnvironmentOnly() {
        String list = typed("endpoint", "list");
        assertTrue(list.contains("offline: no answer"), list);
        Keyboard.Screen asked =
                keyboard.typeWith("sk-secret\n", "endpoint", "add", "box", "http://127.0.0.1:1", "--key");
        assertEquals(0, asked.exit(), asked.err());
        assertEquals("box (ollama) is attached with 2 models: m1, m2" + System.lineSeparator(), asked.out());
        Keyboard environment = new Keyboard(dir, Map.of(EndpointActions.KEY, "sk-env"), daemons);
        assertEquals(
                0,
                environment
                        .type("endpoint", "add", "box", "u", "--model", "m1", "--slots", "3")
                        .exit());
        typed("endpoint", "rm", "box");
        assertEquals(
                List.of(
                        "attach AddEndpoint[box, http://127.0.0.1:1, null] key=sk-secret slots=null",
                        "attach AddEndpoint[box, u, [m1]] key=sk-env slots=3",
                        "DELETE /v1/endpoints/box"),
                calls());
        Keyboard.Screen empty = keyboard.type("endpoint", "add", "box", "u", "--key", "--json");
        assertEquals("missing_field", empty.json().at("/error/code").asText());
    }

    @Test
    void spawnPassesTheEnginesOptions() {
        Keyboard.Screen screen = keyboard.type(
                "worker",
                "spawn",
                "--model",
                "demo",
                "--engine",
                "llama-server",
                "--gpu-layers",
                "20",
                "--kv-type",
                "q8_0",
                "--flash-attention",
                "--draft",
                "tiny",
                "--idle",
                "60");
        assertEquals(0, screen.exit(), screen.err());
        assertEquals(
                "WorkerOptions[engine=llama-server, gpuLayers=20, kvType=q8_0, flashAttention=true, draft=tiny, vision=null, idleS=60, memoryBytes=null]",
                String.valueOf(queen.lastOptions));
    }
}
