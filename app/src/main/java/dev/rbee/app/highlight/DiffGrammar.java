package dev.rbee.app.highlight;

import java.util.List;

/** What a patch adds and takes away. */
record DiffGrammar() implements Grammar {
    @Override
    public Line line(String text, int state) {
        Kind kind;
        if (text.startsWith("+++") || text.startsWith("---") || text.startsWith("diff ") || text.startsWith("index ")) {
            kind = Kind.NAME;
        } else if (text.startsWith("@@")) {
            kind = Kind.KEYWORD;
        } else if (text.startsWith("+")) {
            kind = Kind.ADDED;
        } else {
            kind = text.startsWith("-") ? Kind.REMOVED : Kind.PLAIN;
        }
        return new Line(text.isEmpty() ? List.of() : List.of(new Piece(kind, text)), 0);
    }
}
