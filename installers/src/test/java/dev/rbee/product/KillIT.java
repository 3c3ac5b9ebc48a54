package dev.rbee.product;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a part dies by SIGKILL. */
class KillIT {
    private static final String LONG_STORY = """
            {"model":"demo","stream":true,"max_tokens":900,"ignore_eos":true%s,
             "stream_options":{"include_usage":true},
             "messages":[{"role":"user","content":"Tell me a short bee story"}]}""";

    @TempDir
    Path temp;

    private Sandbox sandbox;
    private Running daemon;
    private Api queen;

    @BeforeEach
    void start() {
        sandbox = new Sandbox(temp);
        daemon = startDaemon();
        queen = sandbox.api("QUEEN");
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    private Running startDaemon() {
        Running started = Running.start(sandbox, "--daemon");
        started.awaitLine(line -> line.startsWith("ready "), Duration.ofSeconds(60));
        return started;
    }

    private Set<String> workers() {
        Set<String> ids = new HashSet<>();
        for (JsonNode worker : queen.get("/v1/workers/list?online=true")) {
            assertTrue(ids.add(worker.path("id").asText()), "listed twice: " + worker);
        }
        return ids;
    }

    private ProcessHandle processOf(String worker) {
        long pid = queen.get("/v1/workers/" + worker).path("pid").asLong();
        return ProcessHandle.of(pid).orElseThrow();
    }

    private boolean runsAs(String worker, long pid) {
        Api.Answer answer = queen.call("GET", "/v1/workers/" + worker, null);
        return answer.status() == 200 && answer.json().path("pid").asLong() == pid;
    }

    @Test
    void anAnswerSurvivesItsKilledWorker() throws Exception {
        queen.spawn("{\"model\":\"demo\"}");
        queen.spawn("{\"model\":\"demo\"}");
        Set<String> before = workers();
        assertEquals(2, before.size());
        Story story = tell(LONG_STORY.formatted(""));
        assertTrue(before.contains(story.worker()));
        assertTrue(story.text().contains("another one goes on"), story.text());
        assertFalse(story.text().contains("\"error\""), story.text());
        assertTrue(story.text().contains("\"finish_reason\":\"length\""), story.text());
        assertTrue(story.text().endsWith("data: [DONE]\n\n"), story.text());
        assertTrue(story.text().contains("\"completion_tokens\":900"), story.text());
        assertEquals(1, story.text().split("\"role\":\"assistant\"", -1).length - 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> !runsAs(story.worker(), story.pid()));
    }

    @Test
    void anAnswerThatCannotGoOnEndsInAnError() throws Exception {
        queen.spawn("{\"model\":\"demo\"}");
        Story story = tell(
                LONG_STORY.formatted(",\"grammar\":\"root ::= [a-z ]{600,}\"").replace(",\"ignore_eos\":true", ""));
        assertTrue(story.text().contains("\"code\":\"worker_lost\""), story.text());
        assertFalse(story.text().contains("[DONE]"), story.text());
        await().atMost(Duration.ofSeconds(20)).until(() -> !runsAs(story.worker(), story.pid()));
        queen.spawn("{\"model\":\"demo\"}");
        assertFalse(workers().isEmpty());
    }

    private record Story(String worker, long pid, String text) {}

    /** Asks, kills the worker that answers after the third piece, and reads on to the end. */
    private Story tell(String question) throws IOException {
        StringBuilder seen = new StringBuilder();
        try (Response response = queen.open("POST", "/v1/chat/completions", question)) {
            String worker = Objects.requireNonNull(response.header("x-rbee-worker"));
            ProcessHandle process = processOf(worker);
            BufferedReader reader = new BufferedReader(response.body().charStream());
            int pieces = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                seen.append(line).append('\n');
                if (line.contains("\"content\"") && ++pieces == 4) {
                    process.destroyForcibly();
                }
            }
            return new Story(worker, process.pid(), seen.toString());
        }
    }

    @Test
    void noWorkerOutlivesAKilledHive() {
        queen.spawn("{\"model\":\"demo\"}");
        ProcessHandle worker = processOf(workers().iterator().next());
        long hive = queen.get("/v1/hives/list").get(0).path("pid").asLong();
        ProcessHandle.of(hive).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(5)).until(() -> !worker.isAlive());
        // and the queen starts a new hive
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode entry = queen.get("/v1/hives/list").get(0);
            return entry.path("pid").asLong() != hive && entry.path("online").asBoolean();
        });
    }

    @Test
    void aKilledQueenFindsItsWorkersAgain() {
        queen.spawn("{\"model\":\"demo\"}");
        Set<String> before = workers();
        ProcessHandle worker = processOf(before.iterator().next());
        daemon.kill();
        daemon.awaitExit(Duration.ofSeconds(10));
        assertTrue(worker.isAlive(), "the worker died with the queen");
        daemon = startDaemon();
        await().atMost(Duration.ofSeconds(35)).until(() -> workers().equals(before));
        assertEquals(worker.pid(), processOf(before.iterator().next()).pid());
    }
}
