package dev.rbee.app.frame;

/** Starting and stopping the queen from the window. Both return at once; the link tells how it went. */
public interface QueenSwitch {
    /** Starts it, or tries to reach it again. */
    void start();

    /** Stops it; hives and workers go on, the registry too. */
    void stop();

    /** Whether it is this application's own, so that it can be stopped here. */
    boolean own();
}
