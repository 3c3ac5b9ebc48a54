package dev.rbee.app.remote;

import dev.rbee.client.Remote;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The queen of the moment; there may be none. Thread-safe. */
public final class Queens {
    private final AtomicReference<@Nullable Remote> current = new AtomicReference<>();

    /** From now on this one; null: none. */
    public void use(@Nullable Remote queen) {
        current.set(queen);
    }

    /** The queen, whether she answers or not. Throws {@code unreachable} where there is none. */
    public Remote get() {
        Remote queen = current.get();
        if (queen == null) {
            throw ProblemException.of(
                    ProblemCode.UNREACHABLE, "There is no queen at the moment.", "Start it in the bar at the bottom.");
        }
        return queen;
    }
}
