package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A whole answer of a server that streams nothing, as the events it should have sent. Pure. */
final class Unstreamed {
    private Unstreamed() {}

    static InputStream events(JsonNode whole) {
        ObjectNode event = whole.isObject() ? (ObjectNode) whole.deepCopy() : Json.MAPPER.createObjectNode();
        for (JsonNode each : event.path("choices")) {
            if (each instanceof ObjectNode choice && choice.path("message").isObject()) {
                choice.set("delta", choice.remove("message"));
            }
        }
        String text = "data: " + Json.write(event) + "\n\ndata: [DONE]\n\n";
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
