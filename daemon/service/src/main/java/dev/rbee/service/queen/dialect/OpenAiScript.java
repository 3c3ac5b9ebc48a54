package dev.rbee.service.queen.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.Problem;

/** OpenAI's chunks, with usage only where it was asked for, and the end mark always. */
final class OpenAiScript implements Script {
    private final StringBuilder out;
    private final Asked asked;
    private final String id;
    private final long created;

    OpenAiScript(StringBuilder out, Asked asked, long created) {
        this.out = out;
        this.asked = asked;
        this.id = Wholes.id(asked);
        this.created = created;
    }

    @Override
    public void choices(ArrayNode choices, Progress progress) {
        ObjectNode chunk = chunk();
        chunk.set("choices", choices);
        boolean last = false;
        for (JsonNode choice : choices) {
            last |= choice.path("finish_reason").isTextual();
        }
        if (last) {
            chunk.set("timings", Json.MAPPER.valueToTree(progress.timings()));
        }
        if (asked.wantsUsage()) {
            chunk.putNull("usage");
        }
        data(Json.write(chunk));
    }

    @Override
    public void end(Progress progress) {
        if (asked.wantsUsage()) {
            ObjectNode chunk = chunk();
            chunk.putArray("choices");
            chunk.set("usage", Wholes.usage(progress));
            chunk.set("timings", Json.MAPPER.valueToTree(progress.timings())); // the server may have said them only now
            data(Json.write(chunk));
        }
        data("[DONE]");
    }

    @Override
    public void failed(Problem problem) {
        data(Json.write(ErrorEnvelope.of(problem)));
    }

    private ObjectNode chunk() {
        ObjectNode chunk = Json.MAPPER.createObjectNode();
        chunk.put("id", id);
        chunk.put("object", asked.form() == Asked.Form.COMPLETION ? "text_completion" : "chat.completion.chunk");
        chunk.put("created", created);
        chunk.put("model", asked.model());
        return chunk;
    }

    private void data(String data) {
        out.append("data: ").append(data).append("\n\n");
    }
}
