package dev.rbee.app.remote;

import dev.rbee.contract.inference.Timings;
import dev.rbee.contract.inference.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Streams one answer. Thread-safe. */
public interface ChatApi {
    /** One message of the conversation so far; the role is {@code system}, {@code user} or {@code assistant}. */
    record Message(String role, String text) {}

    /**
     * What is asked.
     *
     * @param begun the beginning of the answer, behind which it goes on; empty for a new one
     */
    record Ask(List<Message> messages, Sampling sampling, String begun) {}

    /** What comes in, in this order, on the caller's thread. */
    interface Listener {
        /** Somebody took it. */
        void from(@Nullable String worker, @Nullable String hive);

        /** A piece of what the model thinks before it answers. */
        void thought(String text);

        /** A piece of the answer. */
        void token(String text);

        /** The answer is whole; {@code reason} is {@code stop} or {@code length}. */
        void end(@Nullable String reason, @Nullable Usage usage, @Nullable Timings timings);
    }

    /**
     * Blocks until the answer has ended. Throws {@link dev.rbee.contract.problem.ProblemException} where it failed;
     * interrupting the thread cancels the request and throws {@link InterruptedException}.
     */
    void stream(ChatTarget target, Ask ask, Listener listener) throws InterruptedException;
}
