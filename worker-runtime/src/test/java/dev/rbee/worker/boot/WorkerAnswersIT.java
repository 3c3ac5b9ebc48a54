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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo model answers, through a real worker process with 4 slots. */
class WorkerAnswersIT {
    private static final String WHO = "'messages':[{'role':'user','content':'Who are you?'}],'temperature':0";
    private static final String ANSWER =
            "I am the rbee demo model: a tiny language model that comes with rbee, so that you"
                    + " can try the app without a download.";

    @TempDir
    static Path home;

    private static WorkerChild worker;

    @BeforeAll
    static void start() {
        worker = WorkerChild.serving(
                home, WorkerChild.Options.of(WorkerChild.DEMO).slots(4));
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private static String chat(String more) {
        return worker.ok("/v1/chat/completions", "{" + WHO + more + "}")
                .at("/choices/0/message/content")
                .asText();
    }

    private static List<JsonNode> chunks(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        List<JsonNode> chunks = new ArrayList<>();
        answer.body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .forEach(line -> chunks.add(Json.tree(line.substring(6).getBytes(StandardCharsets.UTF_8))));
        return chunks;
    }

    @Test
    void aChatInOneBody() {
        JsonNode body = worker.ok("/v1/chat/completions", "{'model':'demo'," + WHO + "}");
        assertTrue(body.get("id").asText().startsWith("chatcmpl-"));
        assertEquals("chat.completion", body.get("object").asText());
        assertEquals("demo", body.get("model").asText());
        assertEquals(ANSWER, body.at("/choices/0/message/content").asText());
        assertEquals("assistant", body.at("/choices/0/message/role").asText());
        assertEquals("stop", body.at("/choices/0/finish_reason").asText());
        assertEquals(12, body.at("/usage/prompt_tokens").asInt());
        assertEquals(28, body.at("/usage/completion_tokens").asInt());
        assertEquals(40, body.at("/usage/total_tokens").asInt());
        assertTrue(body.at("/timings/ttft_ms").asDouble() > 0);
    }

    @Test
    void aChatAsAStream() {
        HttpResponse<String> answer = worker.post(
                "/v1/chat/completions", "{" + WHO + ",'stream':true,'stream_options':{'include_usage':true}}");
        List<JsonNode> chunks = chunks(answer);
        assertEquals("assistant", chunks.getFirst().at("/choices/0/delta/role").asText());
        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.at("/choices/0/delta/content").asText()));
        assertEquals(ANSWER, text.toString());
        JsonNode finish = chunks.get(chunks.size() - 2);
        assertEquals("stop", finish.at("/choices/0/finish_reason").asText());
        assertTrue(finish.get("usage").isNull());
        JsonNode usage = chunks.getLast();
        assertTrue(usage.get("choices").isEmpty());
        assertEquals(40, usage.at("/usage/total_tokens").asInt());
        assertTrue(answer.body().trim().endsWith("data: [DONE]"));
        assertEquals(
                Set.of(chunks.getFirst().get("id")),
                Set.copyOf(chunks.stream().map(c -> c.get("id")).toList()));
    }

    @Test
    void anAnswerGoesOnBehindAnotherWorkersBeginning() {
        List<String> pieces = chunks(worker.post("/v1/chat/completions", "{" + WHO + ",'stream':true}")).stream()
                .map(chunk -> chunk.at("/choices/0/delta/content").asText())
                .filter(text -> !text.isEmpty())
                .toList();
        for (int given : new int[] {1, 9, pieces.size() - 1}) {
            String beginning = String.join("", pieces.subList(0, given));
            JsonNode body = worker.ok(
                    "/v1/chat/completions",
                    "{" + WHO + ",'max_tokens':100,'continue_from':{'text':" + Json.write(beginning) + ",'tokens':"
                            + given + "}}");
            assertEquals(ANSWER, body.at("/choices/0/message/content").asText());
            assertEquals(12, body.at("/usage/prompt_tokens").asInt());
            assertEquals(28, body.at("/usage/completion_tokens").asInt());
        }
        HttpResponse<String> infer = worker.post(
                "/v1/infer",
                "{'prompt':'Who are you?','temperature':0,'continue_from':{'text':'I am the rbee','tokens':4}}");
        List<JsonNode> events = chunks(infer);
        assertEquals(ANSWER, events.getLast().get("text").asText());
        assertEquals(4, events.get(1).get("index").asInt());
        assertEquals(
                400,
                worker.post(
                                "/v1/infer",
                                "{'prompt':'x','grammar':'root ::= [a-z]+','continue_from':{'text':'a','tokens':1}}")
                        .statusCode());
        assertEquals(
                400,
                worker.post("/v1/infer", "{'prompt':'x','continue_from':{'text':'a'}}")
                        .statusCode());
    }

    @Test
    void completionsAndInfer() {
        JsonNode completion = worker.ok("/v1/completions", "{'prompt':'A bee','temperature':0}");
        assertEquals("text_completion", completion.get("object").asText());
        assertEquals("length", completion.at("/choices/0/finish_reason").asText());
        assertEquals(16, completion.at("/usage/completion_tokens").asInt());
        JsonNode infer = worker.ok("/v1/infer", "{'prompt':'Who are you?','temperature':0,'stream':false}");
        assertEquals(ANSWER, infer.get("text").asText());
        assertEquals(worker.id(), infer.get("worker_id").asText());
        HttpResponse<String> stream = worker.post("/v1/infer", "{'prompt':'Who are you?','temperature':0}");
        List<JsonNode> events = chunks(stream);
        assertEquals("started", events.getFirst().get("type").asText());
        assertEquals(12, events.getFirst().get("prompt_tokens").asInt());
        assertEquals("metrics", events.get(events.size() - 2).get("type").asText());
        assertEquals(ANSWER, events.getLast().get("text").asText());
        assertTrue(stream.body().contains("event: token\n"));
        JsonNode raw =
                worker.ok("/v1/infer", "{'prompt':'A bee','raw':true,'max_tokens':2,'temperature':0,'stream':false}");
        assertEquals(2, raw.at("/usage/prompt_tokens").asInt());
    }

    @Test
    void stopTextsEndTheAnswerAndNeverShow() {
        assertEquals("I am the rbee demo", chat(",'stop':' model'"));
        // Over several tokens, and one that never comes.
        assertEquals("I am the rbee demo model: a tiny ", chat(",'stop':['language model that','xyz']"));
        assertEquals(ANSWER, chat(",'stop':['download.!']"));
        HttpResponse<String> stream =
                worker.post("/v1/chat/completions", "{" + WHO + ",'stream':true,'stop':['language model that']}");
        StringBuilder text = new StringBuilder();
        chunks(stream)
                .forEach(chunk ->
                        text.append(chunk.at("/choices/0/delta/content").asText()));
        assertEquals("I am the rbee demo model: a tiny ", text.toString());
    }

    @Test
    void maxTokensCutAndSaySo() {
        JsonNode body = worker.ok("/v1/chat/completions", "{" + WHO + ",'max_tokens':5}");
        assertEquals("length", body.at("/choices/0/finish_reason").asText());
        assertEquals(5, body.at("/usage/completion_tokens").asInt());
        JsonNode full = worker.ok("/v1/chat/completions", "{" + WHO + ",'ignore_eos':true,'max_tokens':999999}");
        assertEquals("length", full.at("/choices/0/finish_reason").asText());
        assertEquals(1024, full.at("/usage/total_tokens").asInt());
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        String sampled =
                "{'messages':[{'role':'user','content':'Tell me a story'}],'temperature':1.5,'max_tokens':40,'seed':";
        String first = worker.ok("/v1/chat/completions", sampled + "7}")
                .at("/choices/0/message/content")
                .asText();
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    first,
                    worker.ok("/v1/chat/completions", sampled + "7}")
                            .at("/choices/0/message/content")
                            .asText());
        }
        Set<String> others = ConcurrentHashMap.newKeySet();
        for (int seed = 8; seed < 12; seed++) {
            others.add(worker.ok("/v1/chat/completions", sampled + seed + "}")
                    .at("/choices/0/message/content")
                    .asText());
        }
        assertTrue(others.size() > 1, others.toString());
    }

    /**
     * Grammars that allow nothing but characters of several tokens each. Not drawn by chance: llama.cpp's grammars take overlong and other
     * impossible forms of a character for the character (<code>decode_utf8</code> in llama-grammar.cpp), and one such draw in a hundred is none.
     */
    @ParameterizedTest
    @ValueSource(strings = {"\\\\U0001F600-\\\\U0001F64F", "\\u00e4\\u00f6", "\\u20ac"})
    void charactersAreNeverSplit(String allowed) {
        HttpResponse<String> stream = worker.post(
                "/v1/completions",
                "{'prompt':'x','grammar':'root ::= [" + allowed
                        + "]{12}','max_tokens':100,'temperature':0,'stream':true}");
        int characters = 0;
        for (JsonNode chunk : chunks(stream)) {
            String text = chunk.at("/choices/0/text").asText();
            assertFalse(text.contains("\uFFFD"), text);
            assertTrue(text.codePoints().allMatch(c -> c > 0x80 && !(c >= 0xD800 && c <= 0xDFFF)), text);
            characters += text.codePointCount(0, text.length());
        }
        assertEquals(12, characters, stream.body());
    }

    @Test
    void formatsAreKept() {
        for (int i = 0; i < 5; i++) {
            JsonNode body = worker.ok(
                    "/v1/chat/completions",
                    "{" + WHO.replace("'temperature':0", "'temperature':1.2")
                            + ",'response_format':{'type':'json_schema','json_schema':{'name':'x','schema':{'type':'object','properties':"
                            + "{'a':{'type':'integer','minimum':3,'maximum':57},'b':{'type':'string','maxLength':9},'c':{'enum':['x','y']}},"
                            + "'required':['a','c']}}}}");
            String text = body.at("/choices/0/message/content").asText();
            JsonNode object = Json.tree(text.getBytes(StandardCharsets.UTF_8));
            assertTrue(object.get("a").intValue() >= 3 && object.get("a").intValue() <= 57, text);
            assertTrue(List.of("x", "y").contains(object.get("c").asText()), text);
        }
        JsonNode body = worker.ok(
                "/v1/chat/completions", "{" + WHO + ",'grammar':'root ::= \\u0022yes\\u0022 | \\u0022no\\u0022'}");
        assertTrue(
                List.of("yes", "no")
                        .contains(body.at("/choices/0/message/content").asText()),
                body.toString());
    }

    @Test
    void fourAtATimeInFourSlots() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(threads.submit(
                        () -> worker.ok("/v1/chat/completions", "{" + WHO + ",'ignore_eos':true,'max_tokens':300}")));
            }
            int most = 0;
            while (!answers.stream().allMatch(Future::isDone)) {
                most = Math.max(most, worker.busy());
            }
            for (Future<JsonNode> answer : answers) {
                JsonNode body = answer.get();
                assertTrue(body.at("/choices/0/message/content").asText().startsWith(ANSWER), body.toString());
                assertEquals(300, body.at("/usage/completion_tokens").asInt());
            }
            assertEquals(4, most);
        }
    }

    @Test
    void whoItIs() {
        assertEquals(
                "demo",
                WorkerChild.tree(worker.get("/v1/models")).at("/data/0/id").asText());
        assertEquals(
                "demo",
                WorkerChild.tree(worker.get("/v1/models/demo")).get("id").asText());
        assertEquals("model_not_found", WorkerChild.code(worker.get("/v1/models/none")));
        JsonNode details = worker.details();
        assertEquals("model", details.get("template").asText());
        assertEquals(4, details.get("slots_total").asInt());
        String metrics = worker.get("/metrics").body();
        assertTrue(metrics.contains("rbee_worker_slots{model=\"demo\"} 4\n"), metrics);
        assertTrue(
                metrics.lines()
                        .filter(line -> !line.startsWith("#"))
                        .allMatch(line -> line.matches("[a-z_]+\\{model=\"demo\"} -?[0-9.eE+-]+")),
                metrics);
    }
}
