package dev.rbee.service.update;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.update.change.Change;
import dev.rbee.service.update.change.ChangeProcess;
import dev.rbee.service.update.change.Slots;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The exchange of versions, made by a process of its own. Thread-safe; blocks as each method says. */
public final class Changes {
    private final UpdateFolder folder;
    private final ChangeProcess process;

    Changes(Slots slots, UpdateFolder folder, Home home, Installation installation) {
        this.folder = folder;
        this.process = new ChangeProcess(slots, folder, home, installation);
    }

    /** Whether a version waits for the end of rbee. */
    public boolean waiting() {
        return Change.read(folder.change())
                .filter(change -> change.phase() == Change.Phase.STAGED || change.phase() == Change.Phase.SWITCHING)
                .isPresent();
    }

    /**
     * Has the version that waits put in its place as soon as this process and all other programs of rbee have ended. Returns at once.
     *
     * @param then what is started afterwards, {@code app} or {@code daemon}; null: nothing
     */
    public void afterwards(@Nullable String then) {
        try {
            process.afterwards("install", then);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Has the version before put back as soon as everything has ended; else as {@link #afterwards}. */
    public void backAfterwards(@Nullable String then) {
        try {
            process.afterwards("back", then);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Does it now, while this very process looks on and then ends. Blocks until it is done; throws where that did not work. */
    public Change install() {
        try {
            return process.now("install");
        } catch (IOException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "It was stopped.", null);
        }
    }

    /** Puts the version before back, as {@link #install}. */
    public Change back() {
        try {
            return process.now("back");
        } catch (IOException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.CANCELLED, "It was stopped.", null);
        }
    }

    void clearUp() {
        process.clearUp();
    }

    private static ProblemException failed(IOException e) {
        return new ProblemException(
                Problem.of(
                        ProblemCode.UPDATE_FAILED,
                        "The version could not be exchanged: " + e.getMessage() + ".",
                        "The one that runs stays."),
                e);
    }
}
