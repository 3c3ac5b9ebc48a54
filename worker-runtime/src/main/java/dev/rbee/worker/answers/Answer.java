package dev.rbee.worker.answers;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.worker.engine.FinishReason;

/** A whole answer. */
public record Answer(String text, FinishReason reason, Usage usage, Timings timings) {}
