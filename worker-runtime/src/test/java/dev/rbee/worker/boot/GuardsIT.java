package dev.rbee.worker.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.auth.Headers;
import dev.rbee.worker.child.ModelMaker;
import dev.rbee.worker.child.WorkerChild;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every hazard of the library, asked of a worker: a clear answer, and the worker lives on. */
class GuardsIT {
    /** As strict as those of some model families: no system message, roles alternate. */
    static final String STRICT =
            "{% for m in messages %}{% if m['role'] == 'system' %}{{ raise_exception('no system') }}"
                    + "{% endif %}{% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('alternate') }}"
                    + "{% endif %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
                    + "<|im_start|>assistant\n";

    /** Gets past the library's own trial while it loads, and fails at the first question. */
    static final String FRAGILE = "{% if messages|length == 1 %}{{ raise_exception('alone') }}{% endif %}"
            + "{% for m in messages %}[{{ m['role'] }}]{{ m['content'] }}{% endfor %}";

    private static final String HI = "'messages':[{'role':'user','content':'hi'}]";

    @TempDir
    static Path home;

    private static WorkerChild worker;

    @BeforeAll
    static void start() throws IOException {
        Path temp = Files.createDirectories(home.resolve("tmp"));
        for (String foreign : List.of("llama-notes.txt", "jllama.keep", "libjllama.so")) {
            Files.writeString(temp.resolve(foreign), "not ours");
        }
        worker = WorkerChild.serving(
                home.resolve("rbee"),
                WorkerChild.Options.of(WorkerChild.DEMO).slots(1).flags("-Djava.io.tmpdir=" + temp));
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @AfterEach
    void itStillAnswers() {
        assertTrue(worker.process().isAlive(), worker.log());
        JsonNode body = worker.ok("/v1/chat/completions", "{" + HI + ",'temperature':0,'max_tokens':3}");
        assertEquals(3, body.at("/usage/completion_tokens").asInt());
    }

    private static void refused(String code, String body) {
        HttpResponse<String> answer = worker.post("/v1/chat/completions", body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(code, WorkerChild.code(answer), answer.body());
    }

    @Test
    void logProbabilities() {
        refused("unsupported_parameter", "{" + HI + ",'logprobs':true,'top_logprobs':2}");
        refused("unsupported_parameter", "{" + HI + ",'n_probs':2}");
    }

    @Test
    void badSchemas() {
        refused("invalid_schema", "{" + HI + ",'json_schema':{'type':'strange'}}");
        refused("invalid_schema", "{" + HI + ",'json_schema':{'$ref':'#'}}");
        refused("invalid_schema", "{" + HI + ",'response_format':{'type':'json_object','schema':{'not':{}}}}");
    }

    @Test
    void badGrammars() {
        refused("invalid_grammar", "{" + HI + ",'grammar':'root ::= nowhere'}");
        refused("invalid_grammar", "{" + HI + ",'grammar':'root ::= root [a]'}");
        refused("unsupported_parameter", "{" + HI + ",'grammar':'root ::= [a]','ignore_eos':true}");
    }

    @Test
    void noMessagesAndNoJson() {
        refused("missing_field", "{}");
        refused("invalid_field", "{'messages':[]}");
        refused("invalid_json", "{'messages':[");
        refused("invalid_json", "");
        refused("invalid_field", "{" + HI + ",'temperature':'hot'}");
    }

    @Test
    void emojisAndOddCharactersArriveWhole() {
        // The tokens of the text say whether all of it reached the model.
        int plain = tokens("one two three");
        int emoji = tokens("one \uD83D\uDE00 two three");
        assertTrue(emoji > plain && emoji < plain + 8, plain + " and " + emoji);
        assertTrue(tokens("\\u0000 one two three") > plain);
        assertTrue(tokens("\\ud83d one two three") > plain);
    }

    private static int tokens(String text) {
        return worker.ok(
                        "/v1/chat/completions",
                        "{'messages':[{'role':'user','content':'" + text + "'}],'max_tokens':1}")
                .at("/usage/prompt_tokens")
                .asInt();
    }

    @Test
    void aPromptThatDoesNotFitIsRefusedWithBothNumbers() {
        HttpResponse<String> answer = worker.post("/v1/completions", "{'prompt':'" + "bee ".repeat(1_100) + "'}");
        assertEquals("context_length_exceeded", WorkerChild.code(answer));
        String message = WorkerChild.tree(answer).at("/error/message").asText();
        assertTrue(message.contains("1024") && message.matches(".* \\d{4} tokens.*"), message);
        HttpResponse<String> huge = worker.post("/v1/completions", "{'prompt':'" + "a".repeat(3_000_000) + "'}");
        assertEquals("context_length_exceeded", WorkerChild.code(huge));
    }

    @Test
    void foreignTemporaryFilesSurvive() throws IOException {
        for (String foreign : List.of("llama-notes.txt", "jllama.keep", "libjllama.so")) {
            assertEquals("not ours", Files.readString(home.resolve("tmp").resolve(foreign)));
        }
    }

    @Test
    void whoMayCome() {
        HttpRequest.Builder nobody =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + worker.port() + "/v1/info"));
        assertEquals(401, worker.send(nobody).statusCode());
        HttpRequest.Builder admin = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + worker.port() + "/v1/info"))
                .header("Authorization", "Bearer " + WorkerChild.TOKEN);
        assertEquals(200, worker.send(admin).statusCode());
        HttpResponse<String> other = worker.send(worker.request("/v1/info").setHeader(Headers.INSTANCE, "w-other"));
        assertEquals(421, other.statusCode());
        assertEquals("wrong_instance", WorkerChild.code(other));
    }

    @Test
    void aStrictTemplateIsTriedOnceAndThenGetsWhatItTakes(@TempDir Path dir) throws IOException {
        Path model = new ModelMaker().withTemplate(dir.resolve("strict.gguf"), STRICT);
        try (WorkerChild strict = WorkerChild.serving(dir, WorkerChild.Options.of(model))) {
            assertEquals("model", strict.details().get("template").asText());
            JsonNode body = strict.ok(
                    "/v1/chat/completions",
                    "{'messages':[{'role':'system','content':'s'},{'role':'user','content':'Who'},"
                            + "{'role':'user','content':'are you?'},{'role':'system','content':'t'}],'max_tokens':2}");
            assertEquals(2, body.at("/usage/completion_tokens").asInt());
            assertTrue(strict.log().contains("anyOrder=false]"), strict.log());
        }
        try (WorkerChild again = WorkerChild.serving(dir, WorkerChild.Options.of(model))) {
            assertEquals("model", again.details().get("template").asText());
            assertTrue(!again.log().contains("tried:"), again.log());
        }
    }

    @Test
    void aTemplateTheLibraryItselfReplacesIsSaidToBe(@TempDir Path dir) throws IOException {
        Path model = new ModelMaker().withTemplate(dir.resolve("never.gguf"), "{{ raise_exception('never') }}");
        try (WorkerChild never = WorkerChild.serving(dir, WorkerChild.Options.of(model))) {
            assertEquals("chatml", never.details().get("template").asText());
        }
    }

    @Test
    void aTemplateThatFailsIsReplaced(@TempDir Path dir) throws IOException {
        Path model = new ModelMaker().withTemplate(dir.resolve("bad.gguf"), FRAGILE);
        try (WorkerChild bad = WorkerChild.serving(dir, WorkerChild.Options.of(model))) {
            assertEquals("chatml", bad.details().get("template").asText());
            JsonNode body = bad.ok(
                    "/v1/chat/completions", "{'messages':[{'role':'user','content':'Who are you?'}],'temperature':0}");
            assertTrue(body.at("/choices/0/message/content").asText().startsWith("I am the rbee demo model"));
        }
    }
}
