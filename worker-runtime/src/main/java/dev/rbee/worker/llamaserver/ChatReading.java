package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Reads {@code /v1/chat/completions}: the usage comes behind the reason of the end, sometimes in the same chunk. */
final class ChatReading extends Reading {
    private @Nullable FinishReason reason;
    private JsonNode usage = MissingNode.getInstance();
    private JsonNode timings = MissingNode.getInstance();

    ChatReading(Generation generation, LongSupplier nanos, long arrived, int slot) {
        super(generation, nanos, arrived, slot);
    }

    @Override
    boolean take(JsonNode event) {
        progress(event);
        JsonNode choice = event.at("/choices/0");
        JsonNode delta = choice.path("delta");
        String thought = text(delta.path("reasoning_content"));
        if (!thought.isEmpty()) {
            emit(new GenerationEvent.Reasoning(thought));
        }
        String text = text(delta.path("content"));
        if (!text.isEmpty()) {
            emit(new GenerationEvent.Piece(text));
        }
        for (JsonNode call : delta.path("tool_calls")) {
            JsonNode function = call.path("function");
            emit(new GenerationEvent.ToolCall(
                    call.path("index").asInt(),
                    orNull(call.path("id")),
                    orNull(function.path("name")),
                    text(function.path("arguments"))));
        }
        if (choice.path("finish_reason").isTextual()) {
            reason = reason(choice.path("finish_reason").textValue());
        }
        usage = event.path("usage").isObject() ? event.path("usage") : usage;
        timings = event.path("timings").isObject() ? event.path("timings") : timings;
        return false;
    }

    @Override
    boolean whole() {
        FinishReason why = reason;
        if (why == null) {
            return false;
        }
        int prompt = usage.path("prompt_tokens")
                .asInt(timings.path("prompt_n").asInt()
                        + timings.path("cache_n").asInt());
        int predicted = usage.path("completion_tokens")
                .asInt(timings.path("predicted_n").asInt());
        end(why, prompt, predicted, timings);
        return true;
    }

    private static FinishReason reason(String word) {
        return switch (word) {
            case "length" -> FinishReason.LENGTH;
            case "tool_calls" -> FinishReason.TOOL_CALLS;
            default -> FinishReason.STOP;
        };
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    private static @Nullable String orNull(JsonNode node) {
        return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : null;
    }
}
