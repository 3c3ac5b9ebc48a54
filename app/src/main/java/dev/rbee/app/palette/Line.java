package dev.rbee.app.palette;

import dev.rbee.app.frame.Command;

/** A line of the palette's list. */
sealed interface Line {
    /** The name of what follows; cannot be chosen. */
    record Head(String words) implements Line {}

    /**
     * Something that can be done.
     *
     * @param from where the typed letters stand in its words, from 0
     * @param to where they end; {@code from} where nothing is to be marked
     */
    record Hit(Command command, int from, int to) implements Line {}
}
