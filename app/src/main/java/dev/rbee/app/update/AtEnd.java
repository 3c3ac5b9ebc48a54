package dev.rbee.app.update;

import dev.rbee.app.update.UpdateDesk.Wish;
import dev.rbee.contract.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens about versions when the program ends. Thread-safe. */
public final class AtEnd {
    private static final Logger LOG = LoggerFactory.getLogger(AtEnd.class);

    private final UpdateDesk desk;
    private Wish wish = Wish.INSTALL;
    private @Nullable String then;

    /** What waits is installed, and nothing is started again. */
    public AtEnd(UpdateDesk desk) {
        this.desk = desk;
    }

    /** That is to be done, and the application started again. */
    public synchronized void andAgain(Wish what) {
        wish = what;
        then = "app";
    }

    /** The user stays after all. */
    public synchronized void never() {
        wish = Wish.INSTALL;
        then = null;
    }

    /** The program ends now, and everything it started has ended. Blocks shortly. */
    public synchronized void run() {
        try {
            desk.atEnd(wish, then);
        } catch (ProblemException e) {
            LOG.warn("the version stays as it is: {}", e.problem().message());
        }
    }
}
