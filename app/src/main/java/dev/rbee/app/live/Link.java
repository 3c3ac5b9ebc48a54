package dev.rbee.app.live;

import dev.rbee.contract.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the application stands with its queen. */
public sealed interface Link {
    /** Not yet: what is being done. */
    record Starting(String doing) implements Link {}

    /** Its events come in. */
    record Connected(String url) implements Link {}

    /**
     * Away; what is shown is old, and is tried again.
     *
     * @param since when it was last heard
     * @param nextTry when it is tried again; null: not by itself
     * @param stopped the user stopped it
     */
    record Away(Instant since, @Nullable Instant nextTry, Problem problem, boolean stopped) implements Link {}
}
