package dev.rbee.app.enroll;

import dev.rbee.contract.nodes.ProbedNode;
import dev.rbee.contract.problem.Problem;

/** How looking at a machine ended. */
sealed interface Outcome {
    /** It was looked at. */
    record Found(ProbedNode node) implements Outcome {}

    /** First contact: somebody has to say that this key is the machine's. */
    record UnknownKey(HostKey key) implements Outcome {}

    /** Another key than the one that is known; nothing was sent. */
    record ChangedKey(Problem problem) implements Outcome {}

    /** It could not be looked at. */
    record Failed(Problem problem) implements Outcome {}
}
