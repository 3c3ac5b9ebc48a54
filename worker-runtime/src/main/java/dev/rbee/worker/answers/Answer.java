package dev.rbee.worker.answers;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;
import java.util.List;

/**
 * A whole answer.
 *
 * @param reasoning the model's thoughts; empty where it has none
 * @param calls tools to be called, whole
 */
public record Answer(
        String text,
        String reasoning,
        List<GenerationEvent.ToolCall> calls,
        FinishReason reason,
        Usage usage,
        Timings timings) {
    /** The same with another text and other counts. */
    public Answer with(String otherText, Usage otherUsage) {
        return new Answer(otherText, reasoning, calls, reason, otherUsage, timings);
    }
}
