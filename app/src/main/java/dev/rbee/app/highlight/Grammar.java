package dev.rbee.app.highlight;

import java.util.List;

/** Colours the lines of one language. Immutable. */
sealed interface Grammar permits CodeGrammar, MarkupGrammar, DiffGrammar {
    /** A line and in which state the next one begins. */
    record Line(List<Piece> pieces, int state) {}

    /** {@code state} is what the line before ended in, 0 at the beginning. */
    Line line(String text, int state);
}
