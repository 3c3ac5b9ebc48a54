package dev.rbee.contract.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.registry.RegisterRequest;
import dev.rbee.contract.workers.RegisterWorker;
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
    void aDeviceComesBackTheWayItWasSent() {
        assertEquals("{\"device\":0}", Json.write(Json.read("{\"device\":0}", RegisterWorker.class)));
        assertEquals("{\"device\":\"GPU-0\"}", Json.write(Json.read("{\"device\":\"GPU-0\"}", RegisterWorker.class)));
        assertEquals("device", problem("{\"device\":{}}", RegisterWorker.class).param());
    }
}
