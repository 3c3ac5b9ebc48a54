package dev.rbee.client.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CleanerTest {
    private static String cleaned(String... parts) {
        Cleaner cleaner = new Cleaner();
        StringBuilder out = new StringBuilder();
        for (String part : parts) {
            cleaner.clean(part, out);
        }
        return out.toString();
    }

    @Test
    void whatMovesColoursOrReordersIsGone() {
        assertEquals("red plain", cleaned("\u001b[1;31mred\u001b[0m plain"));
        assertEquals("ab", cleaned("a\u001b[", "31", "mb"));
        assertEquals("ab", cleaned("a\u001b]0;title\u0007b"));
        assertEquals("ab", cleaned("a\u001bP1$rq\u001b\\b"));
        assertEquals("ab", cleaned("a\u009b2Jb"));
        assertEquals("evilexe.txt", cleaned("evil\u202eexe.txt\u0000\u0008\u007f"));
        assertEquals("a\tb\nc", cleaned("a\tb\nc"));
        assertEquals("grüße 蜂 🐝", cleaned("grüße 蜂 🐝"));
    }

    @Test
    void returnsBecomeEndsOfLines() {
        assertEquals("10%\n20%\ndone\n", cleaned("10%\r20%\r", "\ndone\n"));
    }

    @Test
    void anOpenSequenceSwallowsNoMoreThanItsLine() {
        assertEquals("anext", cleaned("a\u001b]never closed\nnext"));
        assertEquals("one line, cut", Cleaner.line("one\nline, \u001b[1mcut\n"));
    }
}
