package dev.rbee.contract.inference;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One message of a chat; the content is text or OpenAI's list of parts. */
public record ChatMessage(
        @Nullable String role,
        @Nullable JsonNode content,
        @Nullable String name) {}
