package dev.rbee.app.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rbee.contract.inference.ChatMessage;
import dev.rbee.contract.inference.ChatRequest;
import dev.rbee.contract.inference.StreamOptions;
import dev.rbee.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of the chat as it travels. Pure. */
final class ChatBody {
    private static final int BYTES_A_TOKEN = 4;

    private ChatBody() {}

    /** Throws {@link dev.rbee.contract.problem.ProblemException} where the schema is no JSON. */
    static ChatRequest of(String model, ChatApi.Ask ask) {
        List<ChatMessage> all = ask.messages().stream()
                .map(message -> new ChatMessage(message.role(), TextNode.valueOf(message.text()), null))
                .toList();
        Sampling how = ask.sampling();
        return new ChatRequest(
                model,
                all,
                true,
                new StreamOptions(true),
                how.maxTokens(),
                null,
                how.temperature(),
                how.topP(),
                how.topK(),
                how.minP(),
                how.seed(),
                how.stop() == null || how.stop().isEmpty() ? null : Json.MAPPER.valueToTree(how.stop()),
                format(how.form()),
                how.form() != null && how.form().kind().equals("grammar")
                        ? how.form().text()
                        : null,
                null,
                null,
                how.repeatPenalty(),
                null,
                null,
                null,
                null,
                null,
                begun(ask.begun()));
    }

    private static ChatRequest.@Nullable ContinueFrom begun(String text) {
        int tokens = Math.max(1, text.getBytes(StandardCharsets.UTF_8).length / BYTES_A_TOKEN);
        return text.isEmpty() ? null : new ChatRequest.ContinueFrom(text, tokens);
    }

    private static @Nullable JsonNode format(Sampling.@Nullable Form form) {
        if (form == null || form.kind().equals("grammar")) {
            return null;
        }
        ObjectNode format = Json.MAPPER.createObjectNode();
        if (form.kind().equals("json")) {
            return format.put("type", "json_object");
        }
        format.put("type", "json_schema");
        format.putObject("json_schema")
                .put("name", "answer")
                .set("schema", Json.tree(form.text().getBytes(StandardCharsets.UTF_8)));
        return format;
    }
}
