package dev.rbee.app.journal;

import java.time.Instant;

/**
 * One line of a log.
 *
 * @param at when it was written, or when it came where it does not say
 * @param source whose line
 * @param text without time and level
 */
record Entry(Instant at, Level level, Source source, String text) {
    /** As one line of text. */
    String line() {
        return at + " " + source.id() + " " + level.name() + " " + text;
    }
}
