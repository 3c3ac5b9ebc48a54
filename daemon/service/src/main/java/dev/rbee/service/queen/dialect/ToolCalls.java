package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls of tools, made such as OpenAI's clients want them: each with index, id and type, arguments as text. Remembers what a stream
 * has begun; one per choice and stream, one thread.
 */
final class ToolCalls {
    private final Map<Integer, String> ids = new HashMap<>();
    private final String requestId;
    private final int choice;
    private int last = -1;

    /** {@code requestId} makes ids unique where the server gives none. */
    ToolCalls(String requestId, int choice) {
        this.requestId = requestId;
        this.choice = choice;
    }

    /** Whether any was seen. */
    boolean any() {
        return last >= 0;
    }

    /** The calls of one chunk, or of a whole answer. */
    ArrayNode tidy(JsonNode theirs, boolean streamed) {
        ArrayNode calls = Json.MAPPER.createArrayNode();
        for (JsonNode each : theirs) {
            if (each.isObject()) {
                calls.add(tidy((ObjectNode) each.deepCopy(), streamed));
            }
        }
        return calls;
    }

    private ObjectNode tidy(ObjectNode call, boolean streamed) {
        boolean begins = !call.path("function").path("name").asText("").isEmpty();
        String id = call.path("id").asText("");
        int index = call.path("index").isInt() ? call.path("index").intValue() : begins ? last + 1 : Math.max(0, last);
        String known = ids.get(index);
        if (known != null && begins && !id.isEmpty() && !id.equals(known)) {
            index = last + 1; // several calls under one index
            known = null;
        }
        boolean first = known == null;
        if (first) {
            known = id.isEmpty() ? "call_" + requestId + "_" + choice + "_" + index : id;
            ids.put(index, known);
        }
        last = Math.max(last, index);
        call.remove("index");
        if (streamed) {
            call.put("index", index);
        }
        if (first) {
            call.put("id", known);
            call.put("type", "function");
        } else {
            call.remove("id");
        }
        if (call.get("function") instanceof ObjectNode function) {
            function(function, first);
        }
        return call;
    }

    private static void function(ObjectNode function, boolean first) {
        JsonNode arguments = function.get("arguments");
        if (arguments == null || arguments.isNull()) {
            if (first) {
                function.put("arguments", "");
            }
        } else if (!arguments.isTextual()) {
            function.put("arguments", Json.write(arguments));
        }
        if (function.path("name").isNull()) {
            function.remove("name");
        }
    }
}
