package dev.rbee.app.settings.file;

/** Starts the parts of rbee again that this application runs, so that they read their settings. JavaFX thread only. */
public interface Restart {
    /** Whether that can be done here: false where the queen belongs to another process. */
    boolean possible();

    /** Whether answers are being written that this would cut off. */
    boolean busy();

    /** Does it; {@code done} follows when the queen serves again or has failed. */
    void run(Runnable done);
}
