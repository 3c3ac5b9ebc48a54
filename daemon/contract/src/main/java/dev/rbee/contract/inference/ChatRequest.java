package dev.rbee.contract.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of OpenAI's {@code POST /v1/chat/completions}.
 *
 * @param continueFrom ours: the beginning of the answer, which goes on behind it
 */
public record ChatRequest(
        @Nullable String model,
        @Nullable List<ChatMessage> messages,
        @Nullable Boolean stream,
        @Nullable StreamOptions streamOptions,
        @Nullable Integer maxTokens,
        @Nullable Integer maxCompletionTokens,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Double minP,
        @Nullable Long seed,
        @Nullable JsonNode stop,
        @Nullable JsonNode responseFormat,
        @Nullable String grammar,
        @Nullable Double frequencyPenalty,
        @Nullable Double presencePenalty,
        @Nullable Double repeatPenalty,
        @Nullable Integer n,
        @Nullable JsonNode logprobs,
        @Nullable JsonNode topLogprobs,
        @Nullable JsonNode tools,
        @Nullable JsonNode toolChoice,
        @Nullable ContinueFrom continueFrom) {
    /**
     * What was said of an answer already.
     *
     * @param tokens of it, about
     */
    public record ContinueFrom(String text, int tokens) {}
}
