package dev.rbee.app.home;

import dev.rbee.app.theme.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something of the fleet that a person should look at, with the one place where that is done.
 *
 * @param id the same while it lasts
 * @param since when it began
 * @param remedy words of the button
 * @param page where the button leads
 * @param thing of that page; null: none in particular
 */
record Trouble(
        String id,
        Tone tone,
        String message,
        @Nullable String hint,
        Instant since,
        String remedy,
        String page,
        @Nullable String thing) {}
