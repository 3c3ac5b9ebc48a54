package dev.rbee.worker.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.ChatSpec;
import dev.rbee.worker.engine.ChatTurn;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;
import dev.rbee.worker.grammar.ToolGrammar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToolReaderTest {
    private static final GenerationEvent.Ended END =
            new GenerationEvent.Ended(FinishReason.STOP, new Usage(1, 1, 2), new Timings(1, 1, 1, null, null));

    private static ArrayNode array(String text) {
        return (ArrayNode) Json.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static ChatSpec.Tools tools(ChatSpec.Choice choice, @Nullable String name, @Nullable Boolean parallel) {
        return new ChatSpec.Tools(
                array("[{'type':'function','function':{'name':'weather','description':'Weather of a city','parameters':"
                        + "{'type':'object','properties':{'city':{'type':'string'}},'required':['city']}}},"
                        + "{'type':'function','function':{'name':'now'}}]"),
                choice,
                name,
                parallel);
    }

    /** What a reader makes of a text that comes in pieces of random lengths. */
    private record Read(String words, List<String> calls, FinishReason reason) {
        static Read of(String text, long seed, List<String> stop) {
            Random random = new Random(seed);
            ToolReader reader = new ToolReader("r", stop);
            List<GenerationEvent> said = new ArrayList<>();
            for (int at = 0; at < text.length(); ) {
                int end = Math.min(text.length(), at + 1 + random.nextInt(5));
                said.addAll(reader.of(new GenerationEvent.Piece(text.substring(at, end))));
                at = end;
            }
            said.addAll(reader.of(END));
            StringBuilder words = new StringBuilder();
            List<String> calls = new ArrayList<>();
            FinishReason reason = FinishReason.LENGTH;
            for (GenerationEvent event : said) {
                switch (event) {
                    case GenerationEvent.Piece(String piece) -> words.append(piece);
                    case GenerationEvent.ToolCall call -> {
                        if (call.name() != null) {
                            assertEquals("call_r_" + call.index(), call.id());
                            calls.add(call.name() + " ");
                        }
                        calls.set(call.index(), calls.get(call.index()) + call.arguments());
                    }
                    case GenerationEvent.Ended ended -> reason = ended.reason();
                    default -> throw new AssertionError(event);
                }
            }
            return new Read(words.toString(), calls, reason);
        }
    }

    @Test
    void wordsComeAsText() {
        for (long seed = 0; seed < 50; seed++) {
            Read read = Read.of("{\"response\":\"Hi \\\"you\\\"\\n\\u00e9 \\ud83d\\ude00 a\\\\b\"}", seed, List.of());
            assertEquals("Hi \"you\"\n\u00e9 \ud83d\ude00 a\\b", read.words());
            assertEquals(List.of(), read.calls());
            assertEquals(FinishReason.STOP, read.reason());
        }
        assertEquals(
                "one ",
                Read.of("{\"response\":\"one END two\"}", 1, List.of("END")).words());
        assertEquals(
                "cut o", Read.of("{\"response\":\"cut o", 1, List.of("END")).words());
    }

    @Test
    void callsComeWithTheirArguments() {
        String text = "{\"tool_calls\":[{\"name\":\"weather\",\"arguments\":{\"city\": \"a}]\\\\\\\"{\",\"x\":[{}]} },"
                + "{\"name\":\"now\",\"arguments\":{}}]}";
        for (long seed = 0; seed < 50; seed++) {
            Read read = Read.of(text, seed, List.of("a"));
            assertEquals(List.of("weather {\"city\": \"a}]\\\\\\\"{\",\"x\":[{}]}", "now {}"), read.calls());
            assertEquals("", read.words());
            assertEquals(FinishReason.TOOL_CALLS, read.reason());
        }
    }

    @Test
    void theGrammarHasOnlyWhatIsAskedFor() {
        String auto = ToolGrammar.of(tools(ChatSpec.Choice.AUTO, null, true));
        assertTrue(auto.contains("response") && auto.contains("weather") && auto.contains("now"), auto);
        assertTrue(auto.contains("{0,7}"), auto);
        String required = ToolGrammar.of(tools(ChatSpec.Choice.REQUIRED, null, null));
        assertFalse(required.contains("response"), required);
        assertFalse(required.contains("{0,7}"), required);
        String named = ToolGrammar.of(tools(ChatSpec.Choice.NAMED, "now", false));
        assertFalse(named.contains("weather"), named);
    }

    @Test
    void whatNoGrammarCanHoldIsHeldLooselyUnlessItIsStrict() {
        String tool = "[{'type':'function','function':{'name':'f','parameters':{'type':'object','properties':{'a':"
                + "{'type':'string','pattern':'^x$'}}},'strict':STRICT}}]";
        ChatSpec.Tools loose =
                new ChatSpec.Tools(array(tool.replace("STRICT", "false")), ChatSpec.Choice.REQUIRED, null, null);
        assertTrue(ToolGrammar.of(loose).contains("object"));
        ChatSpec.Tools strict =
                new ChatSpec.Tools(array(tool.replace("STRICT", "true")), ChatSpec.Choice.REQUIRED, null, null);
        assertThrows(ProblemException.class, () -> ToolGrammar.of(strict));
    }

    @Test
    void aConversationWithCallsBecomesTurns() {
        ArrayNode messages = array(
                "[{'role':'system','content':'S'},{'role':'user','content':'Rain?'},"
                        + "{'role':'assistant','content':null,'tool_calls':[{'id':'c1','type':'function','function':{'name':'weather',"
                        + "'arguments':'{}'}}]},{'role':'tool','tool_call_id':'c1','content':'dry'},{'role':'assistant','content':'No.'}]");
        List<ChatTurn> turns = ToolPrompt.turns(messages, tools(ChatSpec.Choice.AUTO, null, null));
        assertEquals(
                List.of("system", "user", "assistant", "user", "assistant"),
                turns.stream().map(ChatTurn::role).toList());
        assertTrue(turns.getFirst().content().startsWith("S\n\nYou can call these tools:\n[{\"name\":\"weather\""));
        assertEquals(
                "{\"tool_calls\":[{\"name\":\"weather\",\"arguments\":{}}]}",
                turns.get(2).content());
        assertEquals(
                "{\"tool_response\":{\"name\":\"weather\",\"content\":\"dry\"}}",
                turns.get(3).content());
        assertEquals("{\"response\":\"No.\"}", turns.get(4).content());
        assertEquals("No.", ToolPrompt.turns(messages, null).get(4).content());
    }
}
