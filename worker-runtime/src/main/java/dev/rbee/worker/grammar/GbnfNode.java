package dev.rbee.worker.grammar;

import java.util.List;

/** A grammar as a tree, as far as checking needs it. */
sealed interface GbnfNode {
    /** More than any grammar needs; a repetition without end. */
    int ENDLESS = Integer.MAX_VALUE;

    /** One character of a set. */
    record Chars() implements GbnfNode {}

    /** Text of that many characters. */
    record Literal(int length) implements GbnfNode {}

    /** A rule by its name. */
    record Ref(String rule) implements GbnfNode {}

    /** One of these, each a sequence. */
    record Choice(List<List<GbnfNode>> sequences) implements GbnfNode {}

    /** Several times in a row. */
    record Repeat(GbnfNode item, int least, int most) implements GbnfNode {}
}
