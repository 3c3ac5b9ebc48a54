package dev.rbee.worker.template;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries characters that the library's template call would corrupt through it: it hands its result to Java in a form
 * that knows nothing above U+FFFF and ends at U+0000, so that one emoji spoils the text and the rest of the message is
 * cut. Each such character becomes one of the private use area that the chat does not contain, and is put back after.
 */
final class PrivateUse {
    private static final int FIRST = 0xE000;
    private static final int LAST = 0xF8FF;
    private static final int REPLACEMENT = 0xFFFD;

    private final Map<Integer, Integer> there = new HashMap<>();
    private final Map<Integer, Integer> back = new HashMap<>();

    private PrivateUse() {}

    /** A mapping for these texts; empty where they contain more different characters than there is room for. */
    static Optional<PrivateUse> over(List<String> texts) {
        PrivateUse map = new PrivateUse();
        BitSet taken = new BitSet();
        for (String text : texts) {
            text.codePoints().filter(c -> c >= FIRST && c <= LAST).forEach(c -> taken.set(c - FIRST));
        }
        int next = 0;
        for (String text : texts) {
            for (int c : text.codePoints().filter(PrivateUse::harmful).toArray()) {
                if (map.there.containsKey(c)) {
                    continue;
                }
                next = taken.nextClearBit(next);
                if (FIRST + next > LAST) {
                    return Optional.empty();
                }
                map.there.put(c, FIRST + next);
                map.back.put(FIRST + next, c);
                next++;
            }
        }
        return Optional.of(map);
    }

    /** To what the call can carry; half surrogate pairs become U+FFFD. */
    String protect(String text) {
        return mapped(text, there);
    }

    /** Back to what it was. */
    String restore(String text) {
        return mapped(text, back);
    }

    private static String mapped(String text, Map<Integer, Integer> map) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> map.getOrDefault(c, c))
                .map(c -> c >= 0xD800 && c <= 0xDFFF ? REPLACEMENT : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean harmful(int c) {
        return c > 0xFFFF || c == 0;
    }
}
