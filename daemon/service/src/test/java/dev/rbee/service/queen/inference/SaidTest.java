package dev.rbee.service.queen.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of an answer in case its worker is lost. */
class SaidTest {
    private static void note(Said said, String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        said.note(bytes, 0, bytes.length);
    }

    private static String chat(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":" + Json.write(text) + "}}]}\n\n";
    }

    @Test
    void textsComeBackAsTheyWere() {
        Said said = new Said(Kind.CHAT, true);
        assertNull(said.text());
        String[] pieces = {"He said \"hi\"", "\n\\", " 蜂 é ", "\u0000\t", "{\"content\":\"x\"}", " end\\"};
        for (String piece : pieces) {
            note(said, chat(piece));
        }
        note(said, "data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\\udc1d\"}}]}\n\n");
        assertEquals(String.join("", pieces) + "🐝", said.text());
    }

    @Test
    void thoughtsAndToolCallsAreNotContinued() {
        Said said = new Said(Kind.CHAT, true);
        note(said, chat("Let me "));
        note(said, "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}\n\n");
        note(said, chat("see"));
        assertNull(said.text());
    }

    @Test
    void whatNobodyWantsIsNotKept() {
        Said said = new Said(Kind.INFER, false);
        note(said, "event: token\ndata: " + Json.write(Map.of("type", "token", "token", "a")) + "\n\n");
        assertNull(said.text());
    }
}
