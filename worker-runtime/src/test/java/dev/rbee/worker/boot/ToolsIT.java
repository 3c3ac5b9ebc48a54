package dev.rbee.worker.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.worker.child.WorkerChild;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of tools by a model that never learnt any: the form is right whatever it says. */
class ToolsIT {
    private static final String TOOLS = "'messages':[{'role':'user','content':'What is the weather in Delft?'}],"
            + "'temperature':0,'max_tokens':120,'tools':[{'type':'function','function':{'name':'weather','parameters':{'type':'object',"
            + "'properties':{'unit':{'type':'string','enum':['celsius','kelvin']},'days':{'type':'integer','minimum':1,'maximum':9}},"
            + "'required':['unit','days'],'additionalProperties':false}}},{'type':'function','function':{'name':'stop_all'}}]";

    @TempDir
    static Path home;

    private static WorkerChild worker;

    @BeforeAll
    static void start() {
        worker = WorkerChild.serving(
                home, WorkerChild.Options.of(WorkerChild.DEMO).slots(2));
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private static JsonNode chat(String more) {
        return worker.ok("/v1/chat/completions", "{" + TOOLS + more + "}");
    }

    private static JsonNode tree(String text) {
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneThatIsNamedIsCalled() {
        JsonNode body = chat(",'tool_choice':{'type':'function','function':{'name':'weather'}}");
        assertEquals("tool_calls", body.at("/choices/0/finish_reason").asText(), body.toString());
        JsonNode message = body.at("/choices/0/message");
        assertTrue(message.path("content").isNull());
        JsonNode call = message.at("/tool_calls/0");
        assertEquals("weather", call.at("/function/name").asText());
        assertEquals("function", call.path("type").asText());
        assertFalse(call.path("id").asText().isEmpty());
        JsonNode arguments = tree(call.at("/function/arguments").asText());
        assertTrue(arguments.path("unit").asText().matches("celsius|kelvin"), arguments.toString());
        assertTrue(arguments.path("days").asInt() >= 1 && arguments.path("days").asInt() <= 9);
        assertEquals(1, message.path("tool_calls").size());
    }

    @Test
    void oneThatHasNoParametersGetsNone() {
        JsonNode body = chat(",'tool_choice':{'type':'function','function':{'name':'stop_all'}}");
        assertEquals(
                "{}",
                body.at("/choices/0/message/tool_calls/0/function/arguments")
                        .asText()
                        .replaceAll("\\s", ""));
    }

    @Test
    void aStreamGivesTheArgumentsInPieces() {
        HttpResponse<String> answer = worker.post(
                "/v1/chat/completions",
                "{" + TOOLS + ",'stream':true,'tool_choice':'required','stream_options':{'include_usage':true}}");
        StringBuilder arguments = new StringBuilder();
        String name = "";
        String reason = "";
        int pieces = 0;
        for (String line :
                answer.body().lines().filter(l -> l.startsWith("data: {")).toList()) {
            JsonNode chunk = tree(line.substring(6));
            JsonNode call = chunk.at("/choices/0/delta/tool_calls/0");
            if (!call.isMissingNode()) {
                assertEquals(0, call.path("index").asInt(-1));
                name += call.at("/function/name").asText("");
                arguments.append(call.at("/function/arguments").asText(""));
                pieces++;
            }
            reason += chunk.at("/choices/0/finish_reason").asText("").replace("null", "");
        }
        assertEquals("tool_calls", reason, answer.body());
        assertTrue(name.matches("weather|stop_all"), name);
        assertTrue(tree(arguments.toString()).isObject(), arguments.toString());
        assertTrue(pieces > 1, answer.body());
        assertTrue(answer.body().strip().endsWith("data: [DONE]"));
    }

    @Test
    void whereItMayChooseItAnswersOrCalls() {
        JsonNode choice = chat(",'stop':['zzz']").at("/choices/0");
        boolean called = choice.at("/message/tool_calls").size() > 0;
        String text = choice.at("/message/content").asText();
        assertTrue(called != (!text.isEmpty() && !choice.at("/message/content").isNull()), choice.toString());
        assertFalse(text.contains("{\"response\""), text);
    }

    @Test
    void resultsOfCallsGoOn() {
        JsonNode body = worker.ok(
                "/v1/chat/completions",
                "{'temperature':0,'max_tokens':20,'messages':[{'role':'user','content':'Weather?'},{'role':'assistant','tool_calls':"
                        + "[{'id':'c1','type':'function','function':{'name':'weather','arguments':'{}'}}]},"
                        + "{'role':'tool','tool_call_id':'c1','content':'dry'}]}");
        assertFalse(body.at("/choices/0/message/content").asText().isEmpty());
    }

    @Test
    void imagesAreRefusedByAModelThatReadsNone() {
        HttpResponse<String> answer = worker.post(
                "/v1/chat/completions",
                "{'messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:image/png;base64,iVBORw=='}}]}]}");
        assertEquals(400, answer.statusCode());
        assertEquals("images_unsupported", WorkerChild.code(answer));
    }
}
