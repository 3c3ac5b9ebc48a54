package dev.rbee.service.queen.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerStreamTest {
    private static final Target TARGET =
            new Target("box", ServerKind.OLLAMA, "http://127.0.0.1:9/v1", "theirs", 4096, "sk-secret");

    private final AtomicLong clock = new AtomicLong();

    private static Asked asked(Asked.Form form, boolean usage) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        if (usage) {
            body.putObject("stream_options").put("include_usage", true);
        }
        return new Asked(form, "req_1", "box:theirs", "ours", true, body);
    }

    /** {@code stream}: with | for a newline and ~ for one with a carriage return. */
    private String read(String stream, Asked asked) throws IOException {
        String lines = stream.replace("|", "\n").replace("~", "\r\n");
        Progress progress = new Progress(() -> clock.addAndGet(1_000_000), 400);
        try (AnswerStream answer = new AnswerStream(new Buffer().writeUtf8(lines), asked, TARGET, progress, 7)) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The data of all events but the end mark. */
    private static List<JsonNode> events(String stream) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : stream.split("\n")) {
            if (line.startsWith("data: ") && !line.equals("data: [DONE]")) {
                all.add(Json.MAPPER.readTree(line.substring(6)));
            }
        }
        return all;
    }

    private static String text(List<JsonNode> events) {
        StringBuilder text = new StringBuilder();
        events.forEach(each -> text.append(each.at("/choices/0/delta/content").asText("")));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"Hel\"}}]}||"
                        + "data: {\"choices\":[{\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"stop\"}]}||data: [DONE]||",
                // no space, CR, comments, events with names
                ": ping~~event: message~data:{\"choices\":[{\"delta\":{\"content\":\"Hel\"},\"finish_reason\":\"\"}]}~~"
                        + "id: 3~data:{\"choices\":[{\"delta\":{\"content\":\"lo\"},\"finish_reason\":\"eos\"}]}~~data:[DONE]~~",
                // no end mark, no last blank line
                "data: {\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}||data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
                // no blank lines at all, role in each chunk
                "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"Hel\"}}]}|"
                        + "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"lo\"}}]}|"
                        + "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":\"stop\"}]}|data: [DONE]|",
                // bare lines of JSON, message instead of delta, parts instead of text
                "{\"choices\":[{\"message\":{\"content\":\"Hel\"}}]}|{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"lo\"}]},\"finish_reason\":\"stop\"}]}|",
                // chunks that say nothing, an end mark that says no reason
                "data: {\"choices\":[],\"prompt_filter_results\":[]}||data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}||"
                        + "data: {\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}||data: [DONE]||",
            })
    void readsWhatServersWrite(String stream) throws IOException {
        String answer = read(stream, asked(Asked.Form.CHAT, false));
        List<JsonNode> events = events(answer);
        assertEquals("Hello", text(events), answer);
        assertTrue(answer.endsWith("data: [DONE]\n\n"), answer);
        assertEquals(1, answer.split("\"role\"", -1).length - 1, answer);
        assertEquals("stop", events.getLast().at("/choices/0/finish_reason").asText(), answer);
        for (JsonNode event : events) {
            assertEquals("ours", event.path("model").asText());
            assertEquals("chatcmpl-req_1", event.path("id").asText());
            assertEquals("chat.completion.chunk", event.path("object").asText());
            assertFalse(event.has("usage"), answer);
        }
    }

    @Test
    void usageIsGivenOnceAtTheEndHoweverTheServerSendsIt() throws IOException {
        String eachChunk =
                "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1}}||"
                        + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}||";
        List<JsonNode> events = events(read(eachChunk, asked(Asked.Form.CHAT, true)));
        assertTrue(events.getFirst().path("usage").isNull());
        assertEquals(2, events.getLast().at("/usage/completion_tokens").asInt());
        assertEquals(11, events.getLast().at("/usage/total_tokens").asInt());
        assertTrue(events.getLast().path("choices").isEmpty());
        assertFalse(events.getLast().path("usage").has("estimated"));

        String never = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}||";
        JsonNode estimate = events(read(never, asked(Asked.Form.CHAT, true))).getLast();
        assertTrue(estimate.at("/usage/estimated").asBoolean());
        assertEquals(100, estimate.at("/usage/prompt_tokens").asInt());
        assertEquals(1, estimate.at("/usage/completion_tokens").asInt());
    }

    @Test
    void callsOfToolsGetIndexIdAndTextualArguments() throws IOException {
        String ollama = "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":["
                + "{\"function\":{\"name\":\"weather\",\"arguments\":{\"city\":\"Delft\"}}}]}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"c2\",\"index\":0,\"function\":{\"name\":\"time\",\"arguments\":\"{}\"}}]}}]}||"
                + "data: {\"choices\":[{\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]}||data: [DONE]||";
        List<JsonNode> events = events(read(ollama, asked(Asked.Form.CHAT, false)));
        JsonNode first = events.get(0).at("/choices/0/delta/tool_calls/0");
        assertEquals(0, first.path("index").asInt(-1));
        assertEquals("call_req_1_0_0", first.path("id").asText());
        assertEquals("function", first.path("type").asText());
        assertEquals("{\"city\":\"Delft\"}", first.at("/function/arguments").asText());
        JsonNode second = events.get(1).at("/choices/0/delta/tool_calls/0");
        assertEquals(1, second.path("index").asInt(-1));
        assertEquals("c2", second.path("id").asText());
        assertEquals(
                "tool_calls", events.getLast().at("/choices/0/finish_reason").asText());
    }

    @Test
    void argumentsInPiecesStayUnderTheirCall() throws IOException {
        String vllm =
                "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\"}}]}}]}||"
                        + "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":null,\"function\":{\"name\":null,\"arguments\":\"{\\\"x\\\"\"}}]}}]}||"
                        + "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]}}]}||"
                        + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}||";
        List<JsonNode> events = events(read(vllm, asked(Asked.Form.CHAT, false)));
        StringBuilder arguments = new StringBuilder();
        for (JsonNode event : events) {
            JsonNode call = event.at("/choices/0/delta/tool_calls/0");
            arguments.append(call.at("/function/arguments").asText(""));
            assertEquals(0, call.path("index").asInt(0));
        }
        assertEquals("{\"x\":1}", arguments.toString());
        assertFalse(events.get(1).at("/choices/0/delta/tool_calls/0").has("id"));
    }

    @Test
    void thoughtsHaveOneName() throws IOException {
        String stream = "data: {\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}||"
                + "data: {\"choices\":[{\"delta\":{\"content\":\"yes\"},\"finish_reason\":\"stop\"}]}||";
        List<JsonNode> events = events(read(stream, asked(Asked.Form.CHAT, false)));
        assertEquals(
                "hm", events.getFirst().at("/choices/0/delta/reasoning_content").asText());
        assertFalse(events.getFirst().at("/choices/0/delta").has("reasoning"));
    }

    @Test
    void rbeesOwnEvents() throws IOException {
        String stream = "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"a\"}}]}||"
                + "data: {\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":\"length\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}||";
        String answer = read(stream, asked(Asked.Form.INFER, false));
        List<JsonNode> events = events(answer);
        assertEquals(
                List.of("started", "token", "token", "metrics", "end"),
                events.stream().map(each -> each.path("type").asText()).toList());
        assertEquals("ab", events.getLast().path("text").asText());
        assertEquals("length", events.getLast().path("finish_reason").asText());
        assertEquals(2, events.get(3).at("/usage/completion_tokens").asInt());
        assertTrue(answer.contains("event: token\n"), answer);
    }

    @Test
    void whatBreaksOffIsNoEnd() {
        String cut = "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}||";
        assertThrows(IOException.class, () -> read(cut, asked(Asked.Form.CHAT, false)));
        String garbled = cut + "data: {\"choi||";
        assertThrows(IOException.class, () -> read(garbled, asked(Asked.Form.CHAT, false)));
        assertThrows(IOException.class, () -> read("", asked(Asked.Form.CHAT, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"error\":{\"message\":\"out of memory near sk-secret\",\"code\":500}}||data: [DONE]||",
                "event: error|data: {\"error\":\"out of memory near sk-secret\"}||",
                "error: {\"message\":\"out of memory near sk-secret\"}||",
                "data: {\"object\":\"error\",\"message\":\"out of memory near sk-secret\"}||",
            })
    void errorsInTheMiddleAreSaid(String error) throws IOException {
        String answer =
                read("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}||" + error, asked(Asked.Form.CHAT, false));
        JsonNode last = events(answer).getLast();
        assertTrue(answer.contains("data: {\"error\""), answer);
        assertEquals("endpoint_failed", last.at("/error/code").asText());
        assertTrue(last.at("/error/message").asText().contains("out of memory"), answer);
        assertFalse(answer.contains("sk-secret"), answer);
        assertFalse(answer.contains("[DONE]"), answer);
    }
}
