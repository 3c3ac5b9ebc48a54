package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.service.home.Home;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands against a queen over real HTTP. */
class QueenCommandsTest {
    @TempDir
    Path dir;

    private FakeQueen queen;
    private Keyboard keyboard;

    @BeforeEach
    void start() {
        queen = new FakeQueen(Home.at(dir).token(new SecureRandom()));
        keyboard = new Keyboard(dir, Map.of(), new FakeDaemons(queen.url(), null));
    }

    @AfterEach
    void stop() {
        queen.close();
    }

    @Test
    void statusShowsEverything() {
        Keyboard.Screen screen = keyboard.type("status");
        assertEquals(0, screen.exit(), screen.err());
        assertTrue(screen.out().startsWith("queen 0.1.0 at " + queen.url() + ", up 90 s, pid 42"), screen.out());
        assertTrue(
                screen.out()
                        .lines()
                        .anyMatch(l -> l.matches("local +online +http://127.0.0.1:7835 +1 +8.0 GB +0.1.0 +4 s ago")),
                screen.out());
        assertTrue(screen.out().contains("No workers."), screen.out());
        JsonNode json = keyboard.type("status", "--json").json();
        assertEquals("local", json.at("/hives/0/id").asText());
        assertEquals("q1", json.at("/queen/instance").asText());
    }

    @Test
    void listsAreTablesOrJson() {
        assertEquals(
                "demo",
                keyboard.type("model", "list", "--json").json().at("/0/id").asText());
        assertTrue(keyboard.type("model", "list").out().contains("5.2 MB"));
        assertEquals(
                "local",
                keyboard.type("hive", "list", "--json").json().at("/0/id").asText());
        assertEquals(
                "t1",
                keyboard.type("token", "list", "--json").json().at("/0/id").asText());
        assertEquals(0, keyboard.type("worker", "list", "--json").json().size());
    }

    @Test
    void oneWorkerSaysWhyItIsWhereItIs() {
        List<String> lines = keyboard.type("worker", "show", "w1").out().lines().toList();
        assertTrue(lines.getFirst().startsWith("WORKER"), lines.toString());
        assertEquals(
                List.of(
                        "Started for requests 2 h ago. It has the model's file and has room for it.",
                        "It was to take 1.3 GB of 9.8 GB that were free.",
                        "  gpu-1 runs more workers: 3, against 1 (20.0 GB free)",
                        "  nas is offline"),
                lines.subList(2, lines.size()));
        JsonNode json = keyboard.type("worker", "show", "w1", "--json").json();
        assertEquals("requests", json.at("/placement/by").asText());
        assertEquals("w1", json.at("/worker/id").asText());
    }

    @Test
    void inferStartsAWorkerAndStopsIt() {
        Keyboard.Screen screen = keyboard.type("infer", "--model", "demo", "--prompt", "hi");
        assertEquals(0, screen.exit(), screen.err());
        assertEquals("Hello" + System.lineSeparator(), screen.out());
        assertEquals("", screen.err());
        assertEquals(List.of("spawn demo", "infer demo hi", "DELETE /v1/workers/w1"), queen.calls);
    }

    @Test
    void inferUsesAWorkerThatIsThereAndLeavesIt() {
        assertEquals(0, keyboard.type("worker", "spawn", "--model", "demo").exit());
        queen.calls.clear();
        Keyboard.Screen screen = keyboard.typeWith("hi there\n", "infer", "--json", "--prompt", "-");
        assertEquals(0, screen.exit(), screen.err());
        assertEquals(List.of("infer demo hi there"), queen.calls);
        List<String> types =
                screen.jsonLines().stream().map(l -> l.path("type").asText()).toList();
        assertEquals(List.of("token", "token", "metrics", "end"), types);
        assertEquals("Hello", screen.jsonLines().getLast().path("text").asText());
    }

    @Test
    void unknownModelIsSaidAndFails() {
        Keyboard.Screen screen = keyboard.type("infer", "--model", "nope", "--prompt", "hi");
        assertEquals(1, screen.exit());
        assertEquals(
                List.of("rbee: No hive has that model.", "hint: Import it."),
                screen.err().lines().toList());
        Keyboard.Screen json = keyboard.type("infer", "--model", "nope", "--prompt", "hi", "--json");
        assertEquals("model_not_found", json.json().at("/error/code").asText());
        assertEquals("", json.err());
    }

    @Test
    void tokenWithoutANameGetsOneThatIsFree() {
        Keyboard.Screen first = keyboard.type("token", "new");
        assertEquals(0, first.exit(), first.err());
        assertEquals("rbee_secret" + System.lineSeparator(), first.out());
        assertTrue(first.err().contains("\"token-2\""), first.err()); // the queen has a token-1
        Keyboard.Screen raced = keyboard.type("token", "new", "--json"); // somebody has taken token-2 meanwhile
        assertEquals("token-3", raced.json().path("name").asText());
        assertEquals("", raced.err());
        assertEquals(
                List.of("token token-2", "token token-2", "token token-3"),
                queen.calls.stream().filter(call -> call.startsWith("token ")).toList());
    }

    @Test
    void actionsReportWhatTheyDid() {
        assertEquals(
                "Worker w9 drains." + System.lineSeparator(),
                keyboard.type("worker", "drain", "w9").out());
        assertEquals(
                "Worker w9 stopped." + System.lineSeparator(),
                keyboard.type("worker", "stop", "w9").out());
        assertEquals(
                "stopped",
                keyboard.type("worker", "stop", "w9", "--json")
                        .json()
                        .path("state")
                        .asText());
        assertEquals(
                "Hive local is drained." + System.lineSeparator(),
                keyboard.type("hive", "drain", "local").out());
        assertEquals(
                "Model m removed." + System.lineSeparator(),
                keyboard.type("model", "rm", "m").out());
        assertEquals(
                "rbee_secret" + System.lineSeparator(),
                keyboard.type("token", "new", "--name", "you").out());
        assertEquals(
                "Token t2 revoked." + System.lineSeparator(),
                keyboard.type("token", "revoke", "t2").out());
        assertTrue(keyboard.type("worker", "logs", "w1").out().endsWith(" loaded" + System.lineSeparator()));
        Keyboard.Screen missing = keyboard.type("worker", "stop", "missing");
        assertEquals(1, missing.exit());
        assertEquals(
                "rbee: There is no worker \"missing\".",
                missing.err().lines().findFirst().orElse(""));
    }

    @Test
    void namedQueenMustProveItselfBeforeItGetsTheToken() {
        Keyboard far = new Keyboard(dir, Map.of("RBEE_QUEEN", queen.url()), new FakeDaemons(null, null));
        assertEquals(0, far.type("status").exit());
        try (FakeQueen stranger = new FakeQueen("rbee_another_installation")) {
            Keyboard.Screen screen = keyboard.type("status", "--queen", stranger.url());
            assertEquals(1, screen.exit());
            assertTrue(screen.err().contains("did not prove"), screen.err());
            Map<String, String> given = Map.of("RBEE_TOKEN", "rbee_another_installation");
            assertEquals(
                    0,
                    new Keyboard(dir, given, new FakeDaemons(null, null))
                            .type("status", "--queen", stranger.url())
                            .exit());
        }
        Keyboard.Screen wrong = keyboard.type("status", "--queen", "::nonsense");
        assertEquals(2, wrong.exit());
        Keyboard.Screen nobody = keyboard.type("status", "--queen", "http://127.0.0.1:1", "--json");
        assertEquals("unreachable", nobody.json().at("/error/code").asText());
    }

    @Test
    void withNoQueenCommandsSayHowToStartOne() {
        Keyboard alone = new Keyboard(dir, Map.of(), new FakeDaemons(null, null));
        Keyboard.Screen screen = alone.type("worker", "list");
        assertEquals(1, screen.exit());
        assertTrue(screen.err().contains("rbee --daemon"), screen.err());
    }

    @Test
    void inferWithNoQueenStartsAndStopsEverything() {
        FakeDaemons daemons = new FakeDaemons(null, queen.url());
        Keyboard.Screen screen =
                new Keyboard(dir, Map.of(), daemons).type("infer", "--model", "demo", "--prompt", "hi");
        assertEquals(0, screen.exit(), screen.err());
        assertEquals(List.of("start", "stop"), daemons.calls);
        assertEquals(List.of("spawn demo", "infer demo hi"), queen.calls, "all ends with it anyway");
    }

    @Test
    void daemonsSayThatTheyAreReady() {
        FakeDaemons daemons = new FakeDaemons(null, null);
        Keyboard own = new Keyboard(dir, Map.of(), daemons);
        assertEquals(
                "ready http://127.0.0.1:1" + System.lineSeparator(),
                own.type("--daemon", "--port", "5").out());
        assertEquals(
                "http://127.0.0.1:1",
                own.type("--daemon", "--json").json().path("ready").asText());
        assertTrue(own.type().err().contains("no display"));
        own.type("hive", "--with-parent");
        own.type("worker", "--model", "x.gguf", "--port", "8");
        assertEquals(
                List.of("run ALL 5", "run ALL 7833", "run ALL 7833", "run HIVE_WITH_PARENT 7833", "worker x.gguf 8"),
                daemons.calls);
    }
}
