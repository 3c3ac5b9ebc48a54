package dev.rbee.worker.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.ChatTurn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
    private static final String HI = "'messages':[{'role':'user','content':'hi'}]";

    private static JsonNode json(String text) {
        return Json.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFullChat() {
        ChatBody body = ChatBody.of(
                json("{'model':'demo','messages':[{'role':'developer','content':'S'},{'role':'user','content':"
                        + "[{'type':'text','text':'a'},{'type':'text','text':'b'}]}],'temperature':1,'top_p':0.5,"
                        + "'max_tokens':5,'max_completion_tokens':9,'stop':'x','seed':-7,'stream':true,"
                        + "'stream_options':{'include_usage':true},'tools':[],'tool_choice':'none','n':1,"
                        + "'response_format':{'type':'text'},'logprobs':false,'logit_bias':{},'user':'u'}"),
                "demo");
        assertEquals(List.of(new ChatTurn("system", "S"), new ChatTurn("user", "a\nb")), body.turns());
        assertEquals(9, body.text().maxTokens());
        assertEquals(List.of("x"), body.text().stop());
        assertTrue(body.text().stream() && body.text().includeUsage());
        assertEquals(-7L, body.text().sampling().seed());
    }

    @Test
    void toolsAreFineWhereNoneIsToBeCalled() {
        assertNull(ChatBody.of(json("{" + HI + ",'tools':[{'function':{'name':'a'}}],'tool_choice':'none'}"), "demo")
                .tools());
    }

    @Test
    void aFormatBecomesAGrammar() {
        String format =
                "'response_format':{'type':'json_schema','json_schema':{'name':'n','schema':{'type':'integer'}}}";
        assertNotNull(
                ChatBody.of(json("{" + HI + "," + format + "}"), "demo").text().grammar());
        assertNotNull(ChatBody.of(json("{" + HI + ",'response_format':{'type':'json_object'}}"), "demo")
                .text()
                .grammar());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'temperature':3 ~ invalid_field ~ temperature",
                "'temperature':'warm' ~ invalid_field ~ temperature",
                "'temperature':-0.1 ~ invalid_field ~ temperature",
                "'top_p':1.5 ~ invalid_field ~ top_p",
                "'top_k':-1 ~ invalid_field ~ top_k",
                "'min_p':2 ~ invalid_field ~ min_p",
                "'seed':1.5 ~ invalid_field ~ seed",
                "'presence_penalty':3 ~ invalid_field ~ presence_penalty",
                "'frequency_penalty':-3 ~ invalid_field ~ frequency_penalty",
                "'repeat_penalty':0 ~ invalid_field ~ repeat_penalty",
                "'max_tokens':0 ~ invalid_field ~ max_tokens",
                "'max_tokens':99999999999 ~ invalid_field ~ max_tokens",
                "'stop':['a','b','c','d','e'] ~ invalid_field ~ stop",
                "'stop':'' ~ invalid_field ~ stop",
                "'stop':[1] ~ invalid_field ~ stop",
                "'stream':'yes' ~ invalid_field ~ stream",
                "'n':2 ~ unsupported_parameter ~ n",
                "'logprobs':true ~ unsupported_parameter ~ logprobs",
                "'top_logprobs':3 ~ unsupported_parameter ~ top_logprobs",
                "'n_probs':1 ~ unsupported_parameter ~ n_probs",
                "'logit_bias':{'5':1} ~ unsupported_parameter ~ logit_bias",
                "'tools':[{'type':'function'}] ~ missing_field ~ tools[0].function.name",
                "'tools':'x' ~ invalid_field ~ tools",
                "'tools':[{'type':'retrieval'}] ~ unsupported_parameter ~ tools[0]",
                "'tools':[{'function':{'name':'a b'}}] ~ invalid_field ~ tools[0].function.name",
                "'tools':[{'function':{'name':'a'}},{'function':{'name':'a'}}] ~ invalid_field ~ tools[1].function.name",
                "'tools':[{'function':{'name':'a','parameters':7}}] ~ invalid_field ~ tools[0].function.parameters",
                "'tools':[{'function':{'name':'a'}}],'tool_choice':'sometimes' ~ invalid_field ~ tool_choice",
                "'tools':[{'function':{'name':'a'}}],'tool_choice':{'function':{'name':'b'}} ~ invalid_field ~ tool_choice",
                "'tools':[{'function':{'name':'a'}}],'response_format':{'type':'json_object'} ~ unsupported_parameter ~ response_format",
                "'tool_choice':'required' ~ invalid_field ~ tool_choice",
                "'tools':[{'function':{'name':'a'}}],'parallel_tool_calls':3 ~ invalid_field ~ parallel_tool_calls",
                "'functions':[{}] ~ unsupported_parameter ~ functions",
                "'modalities':['audio'] ~ unsupported_parameter ~ modalities",
                "'grammar':'root ::=' ~ ok ~ -",
                "'grammar':'nonsense' ~ invalid_grammar ~ grammar",
                "'ignore_eos':true,'grammar':'root ::= [a]' ~ unsupported_parameter ~ ignore_eos",
                "'grammar':'root ::= [a]','json_schema':{} ~ invalid_field ~ grammar",
                "'response_format':{'type':'xml'} ~ invalid_field ~ response_format.type",
                "'response_format':{'type':'json_schema'} ~ invalid_field ~ response_format.json_schema.schema",
                "'response_format':{'type':'json_object','schema':{'type':'odd'}} ~ invalid_schema ~ response_format",
                "'model':'other' ~ model_not_found ~ -"
            })
    void refused(String field, String code, String param) {
        String body = "{" + HI + "," + field + "}";
        if (code.equals("ok")) {
            assertNotNull(ChatBody.of(json(body), "demo"));
            return;
        }
        Problem problem = assertThrows(ProblemException.class, () -> ChatBody.of(json(body), "demo"))
                .problem();
        assertEquals(code, problem.code().wire(), problem.message());
        assertEquals(param.equals("-") ? null : param, problem.param());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{} ~ missing_field ~ messages",
                "[] ~ invalid_json ~ -",
                "{'messages':[]} ~ invalid_field ~ messages",
                "{'messages':'hi'} ~ invalid_field ~ messages",
                "{'messages':[7]} ~ invalid_field ~ messages[0]",
                "{'messages':[{'content':'x'}]} ~ missing_field ~ messages[0].role",
                "{'messages':[{'role':'boss','content':'x'}]} ~ invalid_field ~ messages[0].role",
                "{'messages':[{'role':'tool','content':'x'}]} ~ missing_field ~ messages[0].tool_call_id",
                "{'messages':[{'role':'function','content':'x'}]} ~ unsupported_parameter ~ messages[0].role",
                "{'messages':[{'role':'assistant','tool_calls':[{'id':'a'}]}]} ~ missing_field ~ messages[0].tool_calls[0].function.name",
                "{'messages':[{'role':'assistant','tool_calls':[{}]}]} ~ missing_field ~ messages[0].tool_calls[0].id",
                "{'messages':[{'role':'user'}]} ~ missing_field ~ messages[0].content",
                "{'messages':[{'role':'user','content':5}]} ~ invalid_field ~ messages[0].content",
                "{'messages':[{'role':'user','content':[{'type':'input_audio'}]}]} ~ unsupported_parameter ~ messages[0].content[0]",
                "{'messages':[{'role':'user','content':[{'type':'image_url'}]}]} ~ missing_field ~ messages[0].content[0].image_url.url",
                "{'messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'http://x/y.png'}}]}]} ~ invalid_field ~ messages[0].content[0].image_url.url",
                "{'messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:image/svg+xml;base64,AA=='}}]}]} ~ invalid_field ~ messages[0].content[0].image_url.url",
                "{'messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:image/png;base64,*'}}]}]} ~ invalid_field ~ messages[0].content[0].image_url.url",
                "{'messages':[{'role':'system','content':[{'type':'image_url','image_url':{'url':'data:image/png;base64,AA=='}}]}]} ~ unsupported_parameter ~ messages[0].content[0]"
            })
    void wrongMessages(String body, String code, String param) {
        Problem problem = assertThrows(ProblemException.class, () -> ChatBody.of(json(body), "demo"))
                .problem();
        assertEquals(code, problem.code().wire(), problem.message());
        assertEquals(param.equals("-") ? null : param, problem.param());
    }

    @Test
    void completions() {
        assertEquals(
                16, CompletionBody.of(json("{'prompt':'a'}"), "demo").text().maxTokens());
        assertEquals("a", CompletionBody.of(json("{'prompt':['a']}"), "demo").prompt());
        for (String bad : List.of(
                "{}", "{'prompt':''}", "{'prompt':['a','b']}", "{'prompt':[1,2]}", "{'prompt':'a','echo':true}")) {
            assertThrows(ProblemException.class, () -> CompletionBody.of(json(bad), "demo"), bad);
        }
    }

    @Test
    void embeddings() {
        assertEquals(
                List.of("a", "b"),
                EmbeddingBody.of(json("{'input':['a','b']}"), "m", 384).inputs());
        assertTrue(EmbeddingBody.of(json("{'input':'a','encoding_format':'base64'}"), "m", 384)
                .base64());
        for (String bad : List.of(
                "{}",
                "{'input':[]}",
                "{'input':''}",
                "{'input':[1]}",
                "{'input':'a','dimensions':3}",
                "{'input':'a','encoding_format':'hex'}")) {
            assertThrows(ProblemException.class, () -> EmbeddingBody.of(json(bad), "m", 384), bad);
        }
    }
}
