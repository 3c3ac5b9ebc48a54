package dev.rbee.service.hive.process;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What callers are told when a worker does not come up. Pure. */
final class Complaints {
    /** A worker that cannot go on may say why on stdout: this word, then a {@link Problem} as JSON. */
    static final String WORD = "problem ";

    private static final int LONGEST = 2_000;

    private Complaints() {}

    /** The worker's own words, or null where they make no sense. */
    static @Nullable Problem parse(String json) {
        try {
            Problem said = Json.read(json, Problem.class);
            return new Problem(said.code(), cut(said.message()), cut(said.param()), cut(said.hint()), null);
        } catch (ProblemException e) {
            return null;
        }
    }

    static Problem notStarted(Child child, String why) {
        Problem said = child.complaint;
        Problem problem = said != null
                ? said
                : Problem.of(
                        ProblemCode.SPAWN_FAILED,
                        "The worker for " + child.plan.model() + " did not come up: " + why + ".",
                        "Its log says more: rbee worker logs " + child.id());
        return problem.withDetails(cut(child.log.ring().tail(30)));
    }

    static Problem quarantined(String model, String workerId, RestartPolicy policy, Duration remaining) {
        String stop = workerId.isEmpty() ? "" : ", or release it with: rbee worker stop " + workerId;
        return Problem.of(
                ProblemCode.MODEL_QUARANTINED,
                "Model " + model + " crashed " + policy.crashes() + " times in "
                        + policy.window().toMinutes() + " minutes and is in quarantine on this machine.",
                "Look at the log of its worker" + (workerId.isEmpty() ? "" : " (rbee worker logs " + workerId + ")")
                        + "; wait " + (remaining.toMinutes() + 1) + " minutes" + stop + ".");
    }

    static ProblemException unknownWorker(String workerId) {
        String shown = workerId.length() > 64 ? workerId.substring(0, 64) + "..." : workerId;
        return ProblemException.of(
                ProblemCode.WORKER_NOT_FOUND,
                "There is no worker \"" + shown + "\" on this hive.",
                "GET /v1/workers lists them.");
    }

    private static String cut(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text;
    }
}
