package dev.rbee.app.frame;

/** Starting and stopping the queen from the window. Both return at once; the link tells how it went. */
public interface QueenSwitch {
    /** Starts it, or tries to reach it again. */
    void start();

    /** Stops it; hives and workers go on, the registry too. */
    void stop();

    /** Which queen that is, for people: the machine or the address; empty for this machine's. */
    default String where() {
        return "";
    }

    /** Whether it is this application's own, so that it can be stopped here. */
    boolean own();
}
