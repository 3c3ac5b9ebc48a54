package dev.rbee.worker.llamaserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Turns what the server streams into events of a generation. One thread. */
abstract class Reading {
    private final Generation generation;
    private final LongSupplier nanos;
    private final long arrived;
    private final int slot;
    private boolean started;
    private @Nullable Long first;

    Reading(Generation generation, LongSupplier nanos, long arrived, int slot) {
        this.generation = generation;
        this.nanos = nanos;
        this.arrived = arrived;
        this.slot = slot;
    }

    /** Takes the next event; true where it was the last of the answer. */
    abstract boolean take(JsonNode event);

    /** The stream says that it is whole; false where the answer is not. */
    abstract boolean whole();

    /** Says that it has begun, once. */
    final void started(int promptTokens, int cached) {
        if (!started) {
            started = true;
            generation.emit(new GenerationEvent.Started(slot, promptTokens, cached));
        }
    }

    final void progress(JsonNode event) {
        JsonNode progress = event.path("prompt_progress");
        if (progress.isObject()) {
            started(progress.path("total").asInt(), progress.path("cache").asInt());
        }
    }

    final void emit(GenerationEvent event) {
        if (first == null) {
            first = nanos.getAsLong();
        }
        started(generation.promptTokens(), 0);
        generation.emit(event);
    }

    final void end(FinishReason reason, int prompt, int predicted, JsonNode timings) {
        started(prompt, timings.path("cache_n").asInt());
        long now = nanos.getAsLong();
        double ttft = ((first == null ? now : first) - arrived) / 1e6;
        Timings times = new Timings(
                timings.path("prompt_ms").asDouble(),
                timings.path("predicted_ms").asDouble(),
                ttft,
                number(timings, "prompt_per_second"),
                predicted > 1 ? number(timings, "predicted_per_second") : null);
        generation.emit(new GenerationEvent.Ended(reason, new Usage(prompt, predicted, prompt + predicted), times));
    }

    private static @Nullable Double number(JsonNode timings, String name) {
        double value = timings.path(name).asDouble();
        return value > 0 && Double.isFinite(value) ? value : null;
    }
}
