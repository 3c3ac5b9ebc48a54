package dev.rbee.contract.endpoints;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attached server, {@code GET /v1/endpoints}.
 *
 * @param kind what it seems to be: {@code ollama}, {@code vllm}, {@code lm_studio}, {@code llama-server} or {@code openai}
 * @param state {@code online}, {@code offline} or {@code refused} (its key)
 * @param models it offers here
 * @param message why it is not online
 */
public record EndpointInfo(
        String name,
        String url,
        String kind,
        String state,
        List<String> models,
        int slots,
        boolean hasKey,
        @Nullable String message,
        @Nullable Instant lastSeen) {}
