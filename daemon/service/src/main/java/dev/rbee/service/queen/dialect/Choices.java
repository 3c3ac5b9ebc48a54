package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One choice of an answer after the other, made such as rbee's own workers write them. One per stream, one thread. */
final class Choices {
    private static final Set<String> REASONS =
            Set.of("stop", "length", "tool_calls", "content_filter", "function_call");
    private static final List<String> THOUGHTS = List.of("reasoning", "thinking");

    private final boolean chat;
    private final String requestId;
    private final Map<Integer, ToolCalls> calls = new HashMap<>();
    private final Set<Integer> opened = new HashSet<>();
    private final Set<Integer> ended = new HashSet<>();

    Choices(boolean chat, String requestId) {
        this.chat = chat;
        this.requestId = requestId;
    }

    /** Whether a choice began, and none of those that began is without its end. */
    boolean finished() {
        return !ended.isEmpty() && ended.containsAll(opened);
    }

    /** The choices that began and have no end. */
    Set<Integer> open() {
        Set<Integer> open = new HashSet<>(opened);
        open.removeAll(ended);
        return open;
    }

    /** A choice of a chunk; null: it says nothing new. */
    @Nullable
    ObjectNode chunk(JsonNode theirs) {
        int index = theirs.path("index").asInt(0);
        String reason = reason(theirs, index);
        if (ended.contains(index) && reason == null) {
            return null;
        }
        boolean first = opened.add(index);
        ObjectNode choice = Json.MAPPER.createObjectNode();
        choice.put("index", index);
        boolean says;
        if (chat) {
            ObjectNode delta = delta(theirs, index, first);
            choice.set("delta", delta);
            says = !delta.isEmpty();
            reason = reason(theirs, index);
        } else {
            String text = theirs.path("text").asText("");
            choice.put("text", text);
            says = !text.isEmpty();
        }
        logprobs(theirs, choice);
        choice.put("finish_reason", reason);
        if (reason != null) {
            ended.add(index);
        }
        return says || reason != null ? choice : null;
    }

    /** A choice of a whole answer. */
    ObjectNode whole(JsonNode theirs) {
        int index = theirs.path("index").asInt(0);
        ObjectNode choice = Json.MAPPER.createObjectNode();
        choice.put("index", index);
        if (chat) {
            ObjectNode message = theirs.path("message").isObject()
                    ? (ObjectNode) theirs.path("message").deepCopy()
                    : Json.MAPPER.createObjectNode();
            message.put("role", "assistant");
            thoughts(message);
            content(message, true);
            if (message.path("tool_calls").isArray()
                    && !message.path("tool_calls").isEmpty()) {
                message.set("tool_calls", of(index).tidy(message.path("tool_calls"), false));
            } else {
                message.remove("tool_calls");
            }
            choice.set("message", message);
        } else {
            choice.put("text", theirs.path("text").asText(""));
        }
        logprobs(theirs, choice);
        String reason = reason(theirs, index);
        choice.put("finish_reason", reason == null ? "stop" : reason);
        return choice;
    }

    private static void logprobs(JsonNode theirs, ObjectNode choice) {
        choice.set("logprobs", theirs.path("logprobs").isObject() ? theirs.path("logprobs") : null);
    }

    private ObjectNode delta(JsonNode theirs, int index, boolean first) {
        JsonNode said = theirs.path("delta").isObject() ? theirs.path("delta") : theirs.path("message");
        ObjectNode delta = said.isObject() ? (ObjectNode) said.deepCopy() : Json.MAPPER.createObjectNode();
        thoughts(delta);
        content(delta, false);
        if (delta.path("tool_calls").isArray() && !delta.path("tool_calls").isEmpty()) {
            delta.set("tool_calls", of(index).tidy(delta.path("tool_calls"), true));
        } else {
            delta.remove("tool_calls");
        }
        delta.remove("role");
        delta.properties().removeIf(field -> field.getValue().isNull());
        return first ? opening(delta) : delta;
    }

    private static ObjectNode opening(ObjectNode delta) {
        ObjectNode opening = Json.MAPPER.createObjectNode();
        opening.put("role", "assistant");
        if (!delta.has("content")) {
            opening.put("content", "");
        }
        opening.setAll(delta);
        return opening;
    }

    /** Content is text; some send parts. */
    private static void content(ObjectNode message, boolean whole) {
        JsonNode content = message.get("content");
        if (content != null && content.isArray()) {
            StringBuilder text = new StringBuilder();
            content.forEach(part -> text.append(part.path("text").asText("")));
            message.put("content", text.toString());
        } else if (content != null
                && !whole
                && (content.isNull() || content.asText().isEmpty())) {
            message.remove("content");
        } else if (content == null && whole) {
            message.putNull("content");
        }
    }

    private static void thoughts(ObjectNode message) {
        for (String name : THOUGHTS) {
            JsonNode thought = message.remove(name);
            if (thought != null
                    && thought.isTextual()
                    && !message.path("reasoning_content").isTextual()) {
                message.set("reasoning_content", thought);
            }
        }
        if (message.path("reasoning_content").asText("").isEmpty()) {
            message.remove("reasoning_content");
        }
    }

    private @Nullable String reason(JsonNode theirs, int index) {
        String reason = theirs.path("finish_reason").asText("");
        if (reason.isEmpty() || theirs.path("finish_reason").isNull()) {
            return null;
        }
        if (reason.equals("stop")
                && calls.containsKey(index)
                && calls.get(index).any()) {
            return "tool_calls";
        }
        return REASONS.contains(reason) ? reason : "stop";
    }

    private ToolCalls of(int index) {
        return calls.computeIfAbsent(index, each -> new ToolCalls(requestId, each));
    }
}
