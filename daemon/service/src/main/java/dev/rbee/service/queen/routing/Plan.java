package dev.rbee.service.queen.routing;

import org.jspecify.annotations.Nullable;

/**
 * A decision with its reasons.
 *
 * @param worker set with {@link Verdict#SEND}
 * @param free how many could have taken it
 * @param of how many offer the model
 */
public record Plan(Verdict verdict, @Nullable Candidate worker, Reason reason, int free, int of) {

    /** One line for people, ASCII, fit for a header: {@code it has this conversation in its cache; 3 of 4 free}. */
    public String words() {
        return reason.words() + "; " + free + " of " + of + " free";
    }
}
