package dev.rbee.worker.answers;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import dev.rbee.http.ClientGone;
import dev.rbee.http.Sse;
import dev.rbee.worker.engine.FinishReason;
import dev.rbee.worker.engine.GenerationEvent;

/** The form of one answer, streamed or whole. One thread. */
public interface Form {
    /** It begins: a slot was found. */
    void started(Sse out, int promptTokens) throws ClientGone;

    /** Some text of it. */
    void piece(Sse out, String text) throws ClientGone;

    /** Some of the model's thoughts; left out where the form has no place for them. */
    default void reasoning(Sse out, String text) throws ClientGone {}

    /** Some of a call of a tool; likewise. */
    default void toolCall(Sse out, GenerationEvent.ToolCall call) throws ClientGone {}

    /** It ended well. */
    void ended(Sse out, FinishReason reason, Usage usage, Timings timings) throws ClientGone;

    /** It ended badly, after the head of the answer had gone out. */
    void failed(Sse out, Problem problem) throws ClientGone;

    /** The body of an answer that is not streamed. */
    Object whole(Answer answer);
}
