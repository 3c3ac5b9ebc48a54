package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAlignedAndSafe() {
        Table table = new Table("A", "BB", "C");
        assertTrue(table.isEmpty());
        table.row("long one", 1, "x").row("ü", "", "e\u001b[31mvil");
        assertEquals("A         BB  C\nlong one  1   x\nü         -   e [31mvil", table.toString());
    }

    @Test
    void wordsForPeople() {
        assertEquals("999 B", Words.bytes(999L));
        assertEquals("5.2 MB", Words.bytes(5_175_360L));
        assertEquals("1.0 GB", Words.bytes(999_999_999L));
        assertEquals("-", Words.bytes(null));
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertEquals("4 s ago", Words.ago(now.minusSeconds(4), now));
        assertEquals("3 min", Words.span(Duration.ofSeconds(200)));
        assertEquals("58 tok/s", Words.speed(58.4));
        assertEquals("-", Words.speed(null));
    }
}
