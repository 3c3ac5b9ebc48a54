package dev.rbee.worker.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StopTextTest {
    @Test
    void aStopTextSplitOverPiecesNeverLeaks() {
        StopText stop = new StopText(List.of("</end>"));
        assertEquals("Hello ", stop.feed("Hello </"));
        assertEquals("", stop.feed("en"));
        assertEquals("", stop.feed("d> and more"));
        assertTrue(stop.found());
        assertEquals("", stop.feed("never"));
        assertEquals("", stop.rest());
    }

    @Test
    void whatTurnsOutHarmlessComesLater() {
        StopText stop = new StopText(List.of("</end>"));
        assertEquals("a ", stop.feed("a </e"));
        assertEquals("</el", stop.feed("l"));
        assertEquals("", stop.feed("</"));
        assertFalse(stop.found());
        assertEquals("</", stop.rest());
    }

    @Test
    void theEarliestWins() {
        StopText stop = new StopText(List.of("world", "lo"));
        assertEquals("hel", stop.feed("hello world"));
    }

    @Test
    void withoutStopTextsEverythingPasses() {
        assertEquals("x", new StopText(List.of()).feed("x"));
    }

    @Test
    void cutAnywhereTheResultIsTheSame() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text = letters(random, 30);
            List<String> stops =
                    List.of(letters(random, 1 + random.nextInt(3)), letters(random, 1 + random.nextInt(3)));
            int end = stops.stream()
                    .mapToInt(text::indexOf)
                    .filter(at -> at >= 0)
                    .min()
                    .orElse(text.length());
            StopText stop = new StopText(stops);
            StringBuilder out = new StringBuilder();
            for (int at = 0; at < text.length(); ) {
                int next = Math.min(text.length(), at + 1 + random.nextInt(4));
                out.append(stop.feed(text.substring(at, next)));
                at = next;
            }
            out.append(stop.rest());
            String expected = text.substring(0, end);
            // Fed in pieces, a stop text that is complete first wins over one that begins earlier.
            assertTrue(expected.startsWith(out.toString()) || out.toString().startsWith(expected), text + stops);
            assertEquals(end < text.length(), stop.found(), text + stops);
        }
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
