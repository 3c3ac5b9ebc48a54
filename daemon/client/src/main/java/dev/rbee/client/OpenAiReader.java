package dev.rbee.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ErrorEnvelope;
import dev.rbee.contract.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Chunks of OpenAI's chat stream, up to {@code [DONE]}. */
final class OpenAiReader implements AnswerReader {
    private final ChatListener listener;
    private boolean complete;

    OpenAiReader(ChatListener listener) {
        this.listener = listener;
    }

    @Override
    public void read(String data) {
        if (data.equals("[DONE]")) {
            complete = true;
            return;
        }
        JsonNode chunk = Json.tree(data.getBytes(StandardCharsets.UTF_8));
        if (chunk.hasNonNull("error")) {
            throw new ProblemException(
                    Json.MAPPER.convertValue(chunk, ErrorEnvelope.class).problem());
        }
        JsonNode choice = chunk.path("choices").path(0);
        String thought = choice.path("delta").path("reasoning_content").asText("");
        if (!thought.isEmpty()) {
            listener.thought(thought);
        }
        String text = choice.path("delta").path("content").asText("");
        if (!text.isEmpty()) {
            listener.token(text);
        }
        if (choice.hasNonNull("finish_reason")) {
            listener.finish(choice.get("finish_reason").asText());
        }
        if (chunk.hasNonNull("usage")) {
            listener.usage(Json.MAPPER.convertValue(chunk.get("usage"), Usage.class), timings(chunk));
        }
    }

    /** Ours only where all of ours is there: llama-server has a field of that name, too. */
    private static @Nullable Timings timings(JsonNode chunk) {
        JsonNode timings = chunk.path("timings");
        return timings.has("ttft_ms") && timings.has("prompt_ms") && timings.has("predicted_ms")
                ? Json.MAPPER.convertValue(timings, Timings.class)
                : null;
    }

    @Override
    public boolean complete() {
        return complete;
    }
}
