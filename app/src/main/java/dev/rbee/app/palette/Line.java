package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;

/** A line of the palette's list. */
sealed interface Line {
    /** The name of what follows; cannot be chosen. */
    record Head(String words) implements Line {}

    /** So many more of that group are found by typing; cannot be chosen. */
    record More(String group, int count) implements Line {}

    /**
     * Something that can be done.
     *
     * @param from where the typed letters stand in its words, from 0
     * @param to where they end; {@code from} where nothing is to be marked
     */
    record Hit(Command command, int from, int to) implements Line {}
}
