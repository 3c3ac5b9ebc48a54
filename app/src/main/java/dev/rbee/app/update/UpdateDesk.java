package dev.rbee.app.update;

import dev.rbee.service.update.UpdateStatus;
import dev.rbee.service.update.Updates;
import org.jspecify.annotations.Nullable;

/** What can be done about new versions. Every method blocks and throws {@link dev.rbee.contract.problem.ProblemException}. */
public interface UpdateDesk {
    /** What is known; asks nobody. */
    UpdateStatus status();

    /** Asks the feed; true where there is something new. */
    boolean check();

    /** Fetches the newest version, and unpacks it where rbee installs it by itself. */
    void fetch(Updates.Stop stop, Updates.Progress progress);

    /** Gives up what waits for the end of rbee. */
    void discard();

    /** Has it done when this program has ended: what waits is installed, or the version before comes back. */
    void atEnd(Wish wish, @Nullable String then);

    /** Clears up behind the last change. */
    void settle();

    /** What the end of this program is to bring. */
    enum Wish {
        /** what waits, if anything does */
        INSTALL,
        /** the version before */
        BACK
    }
}
