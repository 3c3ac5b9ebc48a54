package dev.rbee.client;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import dev.rbee.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Hears a streamed answer. All calls come on the stream's own thread, in this order: started, thoughts and tokens, finish, usage, then exactly one of done
 * and failed. After {@link ChatStream#cancel} nothing but one failed with {@code cancelled} comes.
 */
public interface ChatListener {
    /**
     * What the answer's head says.
     *
     * @param worker who answers
     * @param hive its hive
     * @param route why it went there
     * @param queueMs time in the queue
     */
    record Head(
            @Nullable String worker,
            @Nullable String hive,
            @Nullable String route,
            @Nullable String queueMs) {}

    /** The server took it. */
    default void started(Head head) {}

    /** A piece of what the model thinks before it answers, where the server tells it apart. */
    default void thought(String text) {}

    /** A piece of the answer. */
    void token(String text);

    /** The answer is complete: {@code stop}, {@code length} ... */
    default void finish(String reason) {}

    /** Counted by the worker; timings where it gives them. */
    default void usage(Usage usage, @Nullable Timings timings) {}

    /** All is said. */
    void done();

    /** It ended badly; what came so far stays. */
    void failed(Problem problem);
}
