package dev.rbee.app.launch;

import dev.rbee.app.connect.HereQueen;

/** Whoever runs the queen for this application. All methods may block for seconds; thread-safe. */
interface QueenHost extends HereQueen, AutoCloseable {
    /** Whether parts run that end with this application. Does not block. */
    boolean running();

    /** The installation's token; made where there is none yet. */
    String token();

    /** Stops everything that {@link #start} started, in one deadline. */
    @Override
    void close();
}
