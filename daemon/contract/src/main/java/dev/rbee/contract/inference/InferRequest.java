package dev.rbee.contract.inference;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/infer} (seeds 002, 004).
 *
 * @param node on this hive only
 * @param stream true where left out
 * @param stop text or list of texts
 * @param raw the prompt as it is, no chat template
 */
public record InferRequest(
        @Nullable String model,
        @Nullable String prompt,
        @Nullable String node,
        @Nullable Integer maxTokens,
        @Nullable Double temperature,
        @Nullable Boolean stream,
        @Nullable String system,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Long seed,
        @Nullable JsonNode stop,
        @Nullable Boolean raw) {}
