package dev.rbee.app.launch;

import java.util.List;

/** Whoever runs the queen for this application. All methods may block for seconds; thread-safe. */
interface QueenHost extends AutoCloseable {
    /**
     * The queen that serves now.
     *
     * @param own true where this application runs her and may stop her
     */
    record Serving(String url, boolean own) {}

    /** Attaches to the queen of this installation where one runs, else starts one. Throws ProblemException. */
    Serving start();

    /** Ends the own queen; the registry, hives and workers go on. */
    void stopQueen();

    /** Whether parts run that end with this application. Does not block. */
    boolean running();

    /** The installation's token; made where there is none yet. */
    String token();

    /** Where the registry may be, best first. */
    List<String> registries();

    /** Stops everything that {@link #start} started, in one deadline. */
    @Override
    void close();
}
