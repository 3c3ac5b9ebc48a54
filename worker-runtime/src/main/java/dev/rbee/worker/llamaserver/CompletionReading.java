package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import java.util.function.LongSupplier;

/** Reads {@code /completion}. */
final class CompletionReading extends Reading {
    private boolean ended;

    CompletionReading(Generation generation, LongSupplier nanos, long arrived, int slot) {
        super(generation, nanos, arrived, slot);
    }

    @Override
    boolean take(JsonNode event) {
        progress(event);
        String text = event.path("content").asText();
        if (!text.isEmpty()) {
            emit(new GenerationEvent.Piece(text));
        }
        if (event.path("stop").asBoolean()) {
            boolean limit = event.path("stop_type").asText().equals("limit")
                    || event.path("stopped_limit").asBoolean();
            ended = true;
            end(
                    limit ? FinishReason.LENGTH : FinishReason.STOP,
                    event.path("tokens_evaluated").asInt(),
                    event.path("tokens_predicted").asInt(),
                    event.path("timings"));
        }
        return ended;
    }

    @Override
    boolean whole() {
        return ended;
    }
}
