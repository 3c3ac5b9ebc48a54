package dev.rbee.app.activity;

import dev.rbee.contract.requests.Facets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list that the queen keeps, newest first, read in pages. Blocks; throws {@link dev.rbee.contract.problem.ProblemException}. */
interface Past<T> {
    /**
     * A part of it.
     *
     * @param before value of {@code before} for older ones; null at the end
     * @param live what has not ended; with the newest part only
     */
    record Slice<T>(List<T> rows, @Nullable Long before, List<T> live) {}

    /** What the query asks for. */
    Slice<T> read(Map<String, String> asked);

    /** What it can be filtered by. */
    Facets facets();

    /** What stays the same of a row, also when it ends. */
    String key(T row);

    /** The number of a row; newer ones have larger ones. */
    long number(T row);
}
