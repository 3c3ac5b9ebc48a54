package dev.rbee.app.connect;

import java.util.List;

/** The queen of this installation. All methods may block for seconds; thread-safe. */
public interface HereQueen {
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

    /** Where the registry may be, best first. */
    List<String> registries();
}
