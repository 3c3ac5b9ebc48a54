package dev.rbee.worker.engine;

import java.util.List;

/**
 * One loaded model and its slots. Every method may be called from any thread, virtual ones included; expected failures
 * are {@link dev.rbee.contract.problem.ProblemException}.
 */
public interface Engine extends AutoCloseable {
    /** What was loaded; does not block. */
    EngineFacts facts();

    /** Who is busy now; does not block. */
    SlotUse use();

    /** Called after every change of {@link #use}, on the thread that made it; must not block. One listener. */
    void onUse(Runnable listener);

    /** The chat as one prompt, through the model's template, or ChatML where it has none that works. */
    String render(List<ChatTurn> turns);

    /**
     * Hands in a generation. Blocks for counting the prompt only; throws {@code context_length_exceeded} (naming both
     * numbers), {@code generation_unsupported}, or {@code queue_full}. Waits for a slot in the background.
     */
    Generation generate(GenerationSpec spec);

    /** The normalised embedding of one text; blocks. Throws {@code embeddings_unsupported}, {@code context_length_exceeded}. */
    Embedding embed(String text);

    /** Resident memory of processes of its own, bytes; 0 where it is part of this one. Reads a file at most. */
    default long memory() {
        return 0;
    }

    /** Most that {@link #memory} has been. */
    default long peakMemory() {
        return 0;
    }

    /** Cancels what runs and waits; what is native ends with the process. */
    @Override
    void close();
}
