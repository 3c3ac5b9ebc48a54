package dev.rbee.worker.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import dev.rbee.worker.engine.ChatTurn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {
    private final List<String> applied = new ArrayList<>();

    /** As the library does it: nothing above U+FFFF and no U+0000 survives. */
    private String apply(String json) {
        applied.add(json);
        StringBuilder out = new StringBuilder();
        for (var message : Json.tree(json.getBytes(StandardCharsets.UTF_8)).get("messages")) {
            String content = message.get("content").textValue();
            assertTrue(content.codePoints().allMatch(c -> c > 0 && c <= 0xFFFF), content);
            out.append(message.get("role").textValue())
                    .append(':')
                    .append(content)
                    .append('|');
        }
        return out.toString();
    }

    private String render(TemplateVerdict verdict, ChatTurn... turns) {
        return new ChatTemplate(verdict, this::apply).render(List.of(turns));
    }

    private static ChatTurn user(String text) {
        return new ChatTurn("user", text);
    }

    @Test
    void anEmojiAndAZeroAndHalfAPairGoThrough() {
        String text = "a 😀 b \u0000 c 👍🏽 \uE000 d";
        assertEquals("user:" + text + "|", render(TemplateVerdict.GOOD, user(text)));
        assertEquals("user:x\uFFFDy|", render(TemplateVerdict.GOOD, user("x\uD83Dy")));
    }

    @Test
    void tooManyOfThemForTheRoomFallBackToChatMl() {
        String all = IntStream.range(0x10000, 0x10000 + 6_401)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertEquals(ChatMl.render(List.of(user(all))), render(TemplateVerdict.GOOD, user(all)));
        assertTrue(applied.isEmpty());
    }

    @Test
    void neverWithoutMessages() {
        assertThrows(IllegalArgumentException.class, () -> render(TemplateVerdict.GOOD));
    }

    @Test
    void aBadTemplateIsNotTouched() {
        assertEquals(
                "<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n", render(TemplateVerdict.BAD, user("hi")));
        assertTrue(applied.isEmpty());
    }

    @Test
    void aStrictTemplateGetsAlternatingTurns() {
        TemplateVerdict strict = new TemplateVerdict(true, false, false);
        ChatTurn system = new ChatTurn("system", "S");
        ChatTurn assistant = new ChatTurn("assistant", "A");
        assertEquals(
                "user:S\n\na\n\nb|assistant:A|user:c|",
                render(strict, system, user("a"), user("b"), assistant, user("c")));
        assertEquals("user:S|assistant:A|user:|", render(strict, system, assistant));
        TemplateVerdict withSystem = new TemplateVerdict(true, true, false);
        assertEquals("system:S\n\nS|user:a|", render(withSystem, system, user("a"), system));
        assertFalse(applied.isEmpty());
    }
}
