package dev.rbee.app.highlight;

import java.util.ArrayList;
import java.util.List;

/** The pieces of one line as they are found; neighbours of one kind become one. */
final class Pieces {
    private final List<Piece> found = new ArrayList<>();

    void add(Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!found.isEmpty() && found.getLast().kind() == kind) {
            found.set(found.size() - 1, new Piece(kind, found.getLast().text() + text));
        } else {
            found.add(new Piece(kind, text));
        }
    }

    List<Piece> all() {
        return List.copyOf(found);
    }
}
