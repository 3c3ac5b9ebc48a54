package dev.rbee.worker.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.worker.engine.ChatSpec;
import dev.rbee.worker.engine.ChatTurn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chat with tools as plain turns: any template can put those into a prompt. Pure. */
public final class ToolPrompt {
    private static final String FORM = """
            Answer with one JSON object and nothing else.
            To call a tool: {"tool_calls":[{"name":"<tool>","arguments":{...}}]}""";

    private ToolPrompt() {}

    /** The turns of messages in OpenAI's form, checked before; {@code tools} null: none may be called now. */
    public static List<ChatTurn> turns(ArrayNode messages, ChatSpec.@Nullable Tools tools) {
        List<ChatTurn> turns = new ArrayList<>();
        Map<String, String> called = new HashMap<>();
        for (JsonNode message : messages) {
            turns.add(turn(message, tools != null, called));
        }
        if (tools != null) {
            String words = words(tools);
            boolean system = !turns.isEmpty() && turns.getFirst().role().equals("system");
            if (system) {
                turns.set(0, new ChatTurn("system", turns.getFirst().content() + "\n\n" + words));
            } else {
                turns.addFirst(new ChatTurn("system", words));
            }
        }
        return turns;
    }

    private static ChatTurn turn(JsonNode message, boolean tools, Map<String, String> called) {
        String role = message.path("role").asText();
        String text = text(message.path("content"));
        return switch (role) {
            case "assistant" -> {
                JsonNode calls = message.path("tool_calls");
                if (!calls.isEmpty()) {
                    yield new ChatTurn(role, calls(calls, called));
                }
                yield new ChatTurn(role, tools ? Json.write(object("response", text)) : text);
            }
            case "tool" -> new ChatTurn("user", response(message, text, called));
            default -> new ChatTurn(role, text);
        };
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (part.path("type").asText().equals("text")) {
                text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asText());
            }
        }
        return text.toString();
    }

    private static String calls(JsonNode calls, Map<String, String> called) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (JsonNode call : calls) {
            String name = call.path("function").path("name").asText();
            called.put(call.path("id").asText(), name);
            ObjectNode each = list.addObject();
            each.put("name", name);
            each.set("arguments", arguments(call.path("function").path("arguments")));
        }
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.set("tool_calls", list);
        return Json.write(whole);
    }

    private static JsonNode arguments(JsonNode said) {
        try {
            JsonNode tree = Json.MAPPER.readTree(said.asText("{}"));
            return tree == null || tree.isMissingNode() ? said : tree;
        } catch (IOException e) {
            return said; // as the model wrote it
        }
    }

    private static String response(JsonNode message, String text, Map<String, String> called) {
        String id = message.path("tool_call_id").asText("");
        ObjectNode inside = Json.MAPPER.createObjectNode();
        inside.put("name", called.getOrDefault(id, message.path("name").asText("")));
        inside.put("content", text);
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.set("tool_response", inside);
        return Json.write(whole);
    }

    private static String words(ChatSpec.Tools tools) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        tools.list().forEach(tool -> {
            if (tools.name() == null
                    || tool.path("function").path("name").asText().equals(tools.name())) {
                list.add(tool.path("function"));
            }
        });
        String known = "You can call these tools:\n" + Json.write(list) + "\n\n" + FORM;
        return switch (tools.choice()) {
            case AUTO -> known + "\nTo answer in words: {\"response\":\"<text>\"}";
            case REQUIRED -> known + "\nYou have to call a tool now.";
            case NAMED -> known + "\nCall the tool " + tools.name() + " now.";
        };
    }

    private static ObjectNode object(String name, String text) {
        return Json.MAPPER.createObjectNode().put(name, text);
    }
}
