package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Answers that come in one piece, as rbee's own workers give them. Pure. */
final class Wholes {
    private Wholes() {}

    static String id(Asked asked) {
        return (asked.form() == Asked.Form.COMPLETION ? "cmpl-" : "chatcmpl-") + asked.requestId();
    }

    /** Usage as the server gave it; where it did not count, an estimate that says that it is one. */
    static ObjectNode usage(Progress progress) {
        if (progress.theirs() instanceof ObjectNode theirs) {
            ObjectNode usage = theirs.deepCopy();
            var counts = progress.usage();
            usage.put("completion_tokens", counts.completionTokens());
            usage.put("total_tokens", counts.totalTokens());
            return usage;
        }
        ObjectNode usage = Json.MAPPER.valueToTree(progress.usage());
        usage.put("estimated", true);
        return usage;
    }

    /** The answer to a chat, a completion or a prompt. */
    static ObjectNode answer(JsonNode theirs, Asked asked, Progress progress, long created) {
        Choices choices = new Choices(!asked.raw(), asked.requestId());
        ArrayNode tidy = Json.MAPPER.createArrayNode();
        theirs.path("choices").forEach(each -> tidy.add(choices.whole(each)));
        JsonNode first = tidy.path(0);
        String text = asked.raw()
                ? first.path("text").asText("")
                : first.path("message").path("content").asText("");
        progress.text(text.length());
        progress.note(theirs);
        ObjectNode body = Json.MAPPER.createObjectNode();
        if (asked.form() == Asked.Form.INFER) {
            body.put("text", text);
            body.put("model", asked.model());
            body.put("worker_id", asked.workerId());
            body.put("finish_reason", first.path("finish_reason").asText("stop"));
        } else {
            body.put("id", id(asked));
            body.put("object", asked.form() == Asked.Form.COMPLETION ? "text_completion" : "chat.completion");
            body.put("created", created);
            body.put("model", asked.model());
            body.set("choices", tidy);
        }
        body.set("usage", usage(progress));
        body.set("timings", Json.MAPPER.valueToTree(progress.timings()));
        return body;
    }

    /** The answer to a request for embeddings. */
    static ObjectNode embeddings(JsonNode theirs, Asked asked, Progress progress) {
        progress.note(theirs);
        boolean base64 = asked.body().path("encoding_format").asText().equals("base64");
        ObjectNode body = theirs.isObject() ? (ObjectNode) theirs.deepCopy() : Json.MAPPER.createObjectNode();
        body.put("object", "list");
        body.put("model", asked.model());
        for (JsonNode each : body.path("data")) {
            if (base64
                    && each instanceof ObjectNode entry
                    && entry.path("embedding").isArray()) {
                entry.put("embedding", packed(entry.path("embedding")));
            }
        }
        int prompt = progress.usage().promptTokens();
        ObjectNode usage = Json.MAPPER.createObjectNode();
        usage.put("prompt_tokens", prompt);
        usage.put("total_tokens", prompt);
        body.set("usage", usage);
        return body;
    }

    private static String packed(JsonNode numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
        numbers.forEach(number -> bytes.putFloat(number.floatValue()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
