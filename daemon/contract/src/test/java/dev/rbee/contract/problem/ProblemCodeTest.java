package dev.rbee.contract.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.jobs.JobEvent;
import dev.rbee.contract.json.Json;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    @Test
    void everyCodeHasItsOwnNameAndAnErrorStatus() {
        assertEquals(
                ProblemCode.values().length,
                Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::wire)
                        .distinct()
                        .count());
        for (ProblemCode code : ProblemCode.values()) {
            assertTrue(code.status() >= 400 && code.status() < 600, code.wire());
            assertEquals(code, ProblemCode.parse(code.wire()));
        }
    }

    @Test
    void aCodeOfALaterVersionIsStillAnError() {
        assertEquals(ProblemCode.INTERNAL_ERROR, ProblemCode.parse("from_the_future"));
    }

    @Test
    void theEnvelopeIsOpenAis() {
        String json =
                Json.write(ErrorEnvelope.of(ProblemException.of(ProblemCode.INVALID_API_KEY, "No key.", "Send one.")
                        .problem()));
        assertEquals(
                "{\"error\":{\"code\":\"invalid_api_key\",\"type\":\"authentication_error\",\"message\":\"No key.\","
                        + "\"param\":null,\"hint\":\"Send one.\"}}",
                json);
    }

    @Test
    void aHintIsWrittenWhereThereIsNone() {
        Problem problem = Problem.of(ProblemCode.CANCELLED, "It was cancelled.", null);
        assertTrue(Json.write(ErrorEnvelope.of(problem)).endsWith("\"param\":null,\"hint\":null}}"));
        assertEquals(
                "{\"type\":\"error\",\"job_id\":\"j\",\"error\":{\"code\":\"cancelled\","
                        + "\"message\":\"It was cancelled.\",\"hint\":null}}",
                Json.write(new JobEvent("error", "j", null, null, null, problem)));
        assertEquals(problem, Json.read("{\"code\":\"cancelled\",\"message\":\"It was cancelled.\"}", Problem.class));
    }
}
