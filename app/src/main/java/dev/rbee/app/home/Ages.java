package dev.rbee.app.home;

import dev.rbee.app.theme.Units;
import dev.rbee.app.words.Words;

/** How long something is ago. Pure. */
final class Ages {
    private static final Words WORDS = Words.of(Ages.class);

    private Ages() {}

    static String words(long seconds) {
        return seconds < 3 ? WORDS.get("chart.now") : WORDS.get("chart.ago.span", Units.span(seconds));
    }
}
