package dev.rbee.worker.engine;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;

/** What a generation says, in order: one {@link Started}, pieces, then one {@link Ended} or {@link Failed}. */
public sealed interface GenerationEvent {
    /** It has a slot; the prompt is being read. */
    record Started(int slot, int promptTokens, int cachedTokens) implements GenerationEvent {}

    /** Whole characters of the answer. */
    record Piece(String text) implements GenerationEvent {}

    /** The last one of a good answer. */
    record Ended(FinishReason reason, Usage usage, Timings timings) implements GenerationEvent {}

    /** The last one of a bad one; {@code cancelled} too. */
    record Failed(Problem problem) implements GenerationEvent {}
}
