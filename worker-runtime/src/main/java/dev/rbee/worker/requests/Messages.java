package dev.rbee.worker.requests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The messages of a chat, checked; only what is known of each is kept. */
record Messages(ArrayNode list, boolean images) {
    static Messages of(Fields fields) {
        JsonNode messages = fields.get("messages");
        if (messages == null) {
            throw new ProblemException(Problem.missing("messages"));
        }
        if (!messages.isArray() || messages.isEmpty()) {
            throw Fields.wrong("messages", "is not a list with at least one message", "Send a list of messages.");
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        Parts parts = new Parts();
        for (int i = 0; i < messages.size(); i++) {
            list.add(message(messages.get(i), "messages[" + i + "]", parts));
        }
        return new Messages(list, parts.images());
    }

    private static ObjectNode message(JsonNode said, String at, Parts parts) {
        if (!said.isObject()) {
            throw Fields.wrong(at, "is not an object", "Send {\"role\":\"user\",\"content\":\"...\"}.");
        }
        JsonNode role = said.get("role");
        if (role == null || !role.isTextual()) {
            throw new ProblemException(Problem.missing(at + ".role"));
        }
        ObjectNode message = Json.MAPPER.createObjectNode();
        switch (role.textValue()) {
            case "system", "developer" -> message.put("role", "system");
            case "user", "assistant" -> message.put("role", role.textValue());
            case "tool" -> {
                message.put("role", "tool");
                message.put("tool_call_id", required(said, "tool_call_id", at));
            }
            case "function" ->
                throw Fields.unsupported(at + ".role", "functions are called tools today; send the role \"tool\"");
            default ->
                throw Fields.wrong(
                        at + ".role",
                        "is \"" + role.textValue() + "\"",
                        "Send system, developer, user, assistant or tool.");
        }
        boolean assistant = role.textValue().equals("assistant");
        JsonNode calls = present(said.get("tool_calls"));
        boolean called = assistant && Common.isFilled(calls);
        JsonNode content = present(said.get("content"));
        if (content == null && !called) {
            throw new ProblemException(Problem.missing(at + ".content"));
        }
        message.set("content", content == null ? null : parts.of(content, at + ".content", role.textValue()));
        if (called && calls != null) {
            message.set("tool_calls", ToolList.calls(calls, at + ".tool_calls"));
        }
        text(said, message, "name");
        if (assistant) {
            text(said, message, "reasoning_content");
        }
        return message;
    }

    private static void text(JsonNode said, ObjectNode message, String field) {
        if (said.path(field).isTextual()) {
            message.put(field, said.path(field).textValue());
        }
    }

    private static String required(JsonNode said, String field, String at) {
        JsonNode value = said.get(field);
        if (value == null || !value.isTextual() || value.textValue().isEmpty()) {
            throw new ProblemException(Problem.missing(at + "." + field));
        }
        return value.textValue();
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
