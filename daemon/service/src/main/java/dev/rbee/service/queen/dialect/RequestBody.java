package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.util.List;

/** The body for a server of others: its own name of the model, nothing that only rbee knows, its own names of fields. Pure. */
final class RequestBody {
    private static final List<String> OURS = List.of("node", "raw", "system", "continue_from", "worker");

    private RequestBody() {}

    /** On which of its routes, behind the base. */
    static String path(Asked asked) {
        return switch (asked.form()) {
            case CHAT -> "/chat/completions";
            case COMPLETION -> "/completions";
            case EMBEDDING -> "/embeddings";
            case INFER -> asked.raw() ? "/completions" : "/chat/completions";
        };
    }

    static ObjectNode of(Asked asked, Target target) {
        ObjectNode body = asked.body().deepCopy();
        String system = body.path("system").asText("");
        if (asked.form() == Asked.Form.INFER && !asked.raw()) {
            body.set("messages", messages(system, body.path("prompt").asText()));
            body.remove("prompt");
        }
        body.remove(OURS);
        body.put("model", target.model());
        if (asked.form() != Asked.Form.EMBEDDING) {
            body.put("stream", asked.stream());
            body.remove("stream_options");
            if (asked.stream()) {
                body.putObject("stream_options").put("include_usage", true);
            }
            fields(body, target.kind());
        }
        return body;
    }

    private static ArrayNode messages(String system, String prompt) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        if (!system.isEmpty()) {
            messages.addObject().put("role", "system").put("content", system);
        }
        messages.addObject().put("role", "user").put("content", prompt);
        return messages;
    }

    private static void fields(ObjectNode body, ServerKind kind) {
        JsonNode newer = body.get("max_completion_tokens");
        if (kind.olderFields() && newer != null) {
            body.remove("max_completion_tokens");
            body.set("max_tokens", newer);
        }
        if (kind.systemOnly()) {
            for (JsonNode message : body.path("messages")) {
                if (message instanceof ObjectNode each
                        && each.path("role").asText().equals("developer")) {
                    each.put("role", "system");
                }
            }
        }
    }
}
