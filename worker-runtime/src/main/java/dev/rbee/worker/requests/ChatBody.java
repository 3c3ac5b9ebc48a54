package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.worker.engine.ChatSpec;
import dev.rbee.worker.engine.ChatTurn;
import dev.rbee.worker.tools.ToolPrompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/chat/completions}.
 *
 * @param messages in OpenAI's form, checked
 * @param images whether a message has one
 * @param tools that may be called, or null
 * @param template further arguments of the model's template, or null
 */
public record ChatBody(
        ArrayNode messages,
        boolean images,
        ChatSpec.@Nullable Tools tools,
        @Nullable ObjectNode template,
        TextRequest text) {

    /** Checks a body for the worker of that model. */
    public static ChatBody of(JsonNode body, String model) {
        Fields fields = Fields.of(body);
        Common.demandModel(fields, model);
        refuse(fields);
        Messages messages = Messages.of(fields);
        ChatSpec.Tools tools = ToolList.of(fields);
        TextRequest text = TextRequest.of(fields, false, null);
        fields.refuse(
                "response_format",
                tools != null && text.grammar() != null,
                "the form of answers that may call tools is given already");
        fields.refuse(
                "continue_from", tools != null && text.continued() != null, "calls of tools begin at the beginning");
        return new ChatBody(messages.list(), messages.images(), tools, template(fields), text);
    }

    /** The chat as plain turns, tools told in them. */
    public List<ChatTurn> turns() {
        return ToolPrompt.turns(messages, tools);
    }

    /** Whether tools may be called in it, or have been. */
    public boolean aboutTools() {
        for (JsonNode message : messages) {
            if (message.has("tool_calls") || message.has("tool_call_id")) {
                return true;
            }
        }
        return tools != null;
    }

    private static void refuse(Fields fields) {
        String why = "functions are called tools today; send \"tools\" and \"tool_choice\"";
        fields.refuse("functions", Common.isFilled(fields.get("functions")), why);
        fields.refuse("function_call", fields.get("function_call") != null, why);
        JsonNode modalities = fields.get("modalities");
        if (modalities != null) {
            for (JsonNode each : modalities) {
                fields.refuse("modalities", !each.asText().equals("text"), "answers are text");
            }
        }
        fields.refuse("audio", fields.get("audio") != null, "answers are text");
    }

    private static @Nullable ObjectNode template(Fields fields) {
        JsonNode arguments = fields.get("chat_template_kwargs");
        if (arguments == null) {
            return null;
        }
        if (!(arguments instanceof ObjectNode object)) {
            throw Fields.wrong("chat_template_kwargs", "is no object", "Send {\"enable_thinking\":false}.");
        }
        return object;
    }
}
