package dev.rbee.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.HiveHeartbeat;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.RegisterWorker;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static Problem problem(String json, Class<?> type) {
        return assertThrows(ProblemException.class, () -> Json.read(json, type)).problem();
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertEquals(
                "w",
                Json.read("{\"worker_id\":\"w\",\"later\":1}", RegisterWorker.class)
                        .workerId());
    }

    @Test
    void textThatIsNotJsonSaysWhere() {
        Problem problem = problem("{\"worker_id\":", RegisterWorker.class);
        assertEquals(ProblemCode.INVALID_JSON, problem.code());
        assertTrue(problem.message().contains("line 1"), problem.message());
    }

    @Test
    void moreThanOneValueIsRefused() {
        assertEquals(
                ProblemCode.INVALID_JSON, problem("{} {}", RegisterWorker.class).code());
        assertEquals(
                ProblemCode.INVALID_JSON, problem("null", RegisterWorker.class).code());
        assertEquals(
                ProblemCode.INVALID_JSON, problem("[]", RegisterWorker.class).code());
        assertEquals(ProblemCode.INVALID_JSON, problem("", RegisterWorker.class).code());
    }

    @Test
    void aWrongTypeNamesItsField() {
        Problem problem = problem("{\"slots_total\":\"many\"}", RegisterWorker.class);
        assertEquals(ProblemCode.INVALID_FIELD, problem.code());
        assertEquals("slots_total", problem.param());
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        Problem problem = problem("{\"component_type\":\"drone\"}", RegisterRequest.class);
        assertEquals("component_type", problem.param());
        assertTrue(problem.message().contains("hive, worker, queen, gui"), problem.message());
    }

    @Test
    void aBodyOfAnotherFormIsSaidInWordsOfJson() {
        for (String body : List.of("[]", "[{}]", "5", "\"text\"", "true")) {
            Problem problem = problem(body, RegisterRequest.class);
            assertEquals(ProblemCode.INVALID_JSON, problem.code());
            assertEquals("The body must be a JSON object.", problem.message());
            noJava(problem);
        }
        Problem list = assertThrows(
                        ProblemException.class, () -> Json.readList("{}".getBytes(UTF_8), RegisterRequest.class))
                .problem();
        assertEquals("The body must be a JSON array.", list.message());
        Problem inner = problem("{\"metadata\":[]}", RegisterRequest.class);
        assertEquals("metadata", inner.param());
        assertEquals("Field \"metadata\" must be a JSON object.", inner.message());
        noJava(inner);
        noJava(problem("{\"hive\":7}", HiveHeartbeat.class));
        noJava(problem("{\"capabilities\":\"x\"}", RegisterHive.class));
        noJava(problem("{\"capabilities\":{\"devices\":{}}}", RegisterHive.class));
    }

    @Test
    void aTimeIsShownByAnExample() {
        for (String body : List.of("{\"timestamp\":\"yesterday\"}", "{\"timestamp\":\"2026-01-31\"}")) {
            Problem problem = problem(body, HiveHeartbeat.class);
            assertEquals("timestamp", problem.param());
            assertTrue(problem.message().endsWith("which is not a time."), problem.message());
            assertEquals("Send a time such as 2026-01-31T12:00:00Z.", problem.hint());
        }
        noJava(problem("{\"timestamp\":true}", HiveHeartbeat.class));
        noJava(problem("{\"timestamp\":{}}", HiveHeartbeat.class));
    }

    private static void noJava(Problem problem) {
        String said = problem.message() + " " + problem.hint();
        assertFalse(
                said.contains("dev.rbee") || said.contains("java.") || said.contains("`") || said.contains("Instant"),
                said);
    }

    @Test
    void aDeviceComesBackTheWayItWasSent() {
        assertEquals("{\"device\":0}", Json.write(Json.read("{\"device\":0}", RegisterWorker.class)));
        assertEquals("{\"device\":\"GPU-0\"}", Json.write(Json.read("{\"device\":\"GPU-0\"}", RegisterWorker.class)));
        assertEquals("device", problem("{\"device\":{}}", RegisterWorker.class).param());
    }
}
