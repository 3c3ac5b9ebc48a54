package dev.rbee.worker.embedded;

import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationSpec;

/**
 * A generation on its way to a slot.
 *
 * @param tokens of the prompt, marks included
 * @param maxTokens clipped to what the context leaves
 * @param arrived monotonic nanoseconds
 */
@SuppressWarnings("ArrayRecordComponent") // tokens are made once and only read
record Job(GenerationSpec spec, int[] tokens, int maxTokens, Generation generation, long arrived) {}
