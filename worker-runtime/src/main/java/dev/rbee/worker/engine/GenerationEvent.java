package dev.rbee.worker.engine;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What a generation says, in order: one {@link Started}, pieces, thoughts and calls of tools, then one {@link Ended} or {@link Failed}. */
public sealed interface GenerationEvent {
    /** It has a slot; the prompt is being read. */
    record Started(int slot, int promptTokens, int cachedTokens) implements GenerationEvent {}

    /** Whole characters of the answer. */
    record Piece(String text) implements GenerationEvent {}

    /** Some of the model's thoughts, which are not part of its answer. */
    record Reasoning(String text) implements GenerationEvent {}

    /**
     * Some of a call of a tool: the first one of each {@code index} has {@code id} and {@code name}, all may bring more of the arguments.
     *
     * @param index of the call within the answer, from 0
     * @param arguments more of the JSON text
     */
    record ToolCall(
            int index, @Nullable String id, @Nullable String name, String arguments) implements GenerationEvent {}

    /** The last one of a good answer. */
    record Ended(FinishReason reason, Usage usage, Timings timings) implements GenerationEvent {}

    /** The last one of a bad one; {@code cancelled} too. */
    record Failed(Problem problem) implements GenerationEvent {}
}
