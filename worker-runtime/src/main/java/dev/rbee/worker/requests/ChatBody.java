package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.ChatTurn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/chat/completions}. */
public record ChatBody(List<ChatTurn> turns, TextRequest text) {

    /** Checks a body for the worker of that model. */
    public static ChatBody of(JsonNode body, String model) {
        Fields fields = Fields.of(body);
        Common.demandModel(fields, model);
        refuse(fields);
        return new ChatBody(turns(fields), TextRequest.of(fields, false, null));
    }

    private static void refuse(Fields fields) {
        JsonNode choice = fields.get("tool_choice");
        boolean none =
                choice != null && choice.isTextual() && choice.textValue().equals("none");
        String why = "the embedded engine calls no tools";
        fields.refuse("tools", !none && Common.isFilled(fields.get("tools")), why);
        fields.refuse("functions", Common.isFilled(fields.get("functions")), why);
        JsonNode modalities = fields.get("modalities");
        if (modalities != null) {
            for (JsonNode each : modalities) {
                fields.refuse("modalities", !each.asText().equals("text"), "answers are text");
            }
        }
        fields.refuse("audio", fields.get("audio") != null, "answers are text");
    }

    private static List<ChatTurn> turns(Fields fields) {
        JsonNode messages = fields.get("messages");
        if (messages == null) {
            throw new ProblemException(Problem.missing("messages"));
        }
        if (!messages.isArray() || messages.isEmpty()) {
            throw Fields.wrong("messages", "is not a list with at least one message", "Send a list of messages.");
        }
        List<ChatTurn> turns = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            turns.add(turn(messages.get(i), "messages[" + i + "]"));
        }
        return turns;
    }

    private static ChatTurn turn(JsonNode message, String at) {
        if (!message.isObject()) {
            throw Fields.wrong(at, "is not an object", "Send {\"role\":\"user\",\"content\":\"...\"}.");
        }
        JsonNode role = message.get("role");
        if (role == null || !role.isTextual()) {
            throw new ProblemException(Problem.missing(at + ".role"));
        }
        String name = switch (role.textValue()) {
            case "system", "developer" -> "system";
            case "user" -> "user";
            case "assistant" -> "assistant";
            case "tool", "function" -> throw Fields.unsupported(at + ".role", "the embedded engine calls no tools");
            default ->
                throw Fields.wrong(
                        at + ".role", "is \"" + role.textValue() + "\"", "Send system, developer, user or assistant.");
        };
        if (Common.isFilled(present(message.get("tool_calls")))) {
            throw Fields.unsupported(at + ".tool_calls", "the embedded engine calls no tools");
        }
        return new ChatTurn(name, content(present(message.get("content")), at + ".content"));
    }

    private static String content(@Nullable JsonNode content, String at) {
        if (content == null) {
            throw new ProblemException(Problem.missing(at));
        }
        if (content.isTextual()) {
            return content.textValue();
        }
        if (!content.isArray()) {
            throw Fields.wrong(at, "is neither text nor a list of parts", "Send text.");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < content.size(); i++) {
            JsonNode part = content.get(i);
            String type = part.path("type").asText();
            if (!type.equals("text")) {
                throw Fields.unsupported(
                        at + "[" + i + "]", "the model reads text, no parts of the type \"" + type + "\"");
            }
            if (!part.path("text").isTextual()) {
                throw new ProblemException(Problem.missing(at + "[" + i + "].text"));
            }
            text.append(text.isEmpty() ? "" : "\n").append(part.path("text").textValue());
        }
        return text.toString();
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
