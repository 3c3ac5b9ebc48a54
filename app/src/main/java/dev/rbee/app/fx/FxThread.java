package dev.rbee.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The JavaFX thread. The only class that calls {@link Platform#runLater}; thread-safe, blocks never. */
public final class FxThread {
    /** Runs things on the JavaFX thread, later, in the order they came. */
    public static final Executor LATER = Platform::runLater;

    private FxThread() {}

    /** Throws {@link IllegalStateException} on any other thread: finds scene changes from the wrong one where they happen. */
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "on thread " + Thread.currentThread().getName() + ", not on the JavaFX thread");
        }
    }
}
