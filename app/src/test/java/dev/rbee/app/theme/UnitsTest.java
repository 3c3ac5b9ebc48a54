package dev.rbee.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void numbersCarryTheirUnits() {
        assertEquals("512 B", Units.bytes(512L));
        assertEquals("5.2 MB", Units.bytes(5_175_360L));
        assertEquals("290 GB", Units.bytes(290_000_000_000L));
        assertEquals("99.9 kB", Units.bytes(99_900L));
        assertEquals("100 kB", Units.bytes(99_960L));
        assertEquals("1.0 MB", Units.bytes(999_990L));
        assertEquals("–", Units.bytes(null));
        assertEquals("55 of 64 GB", Units.share(55_000_000_000L, 64_000_000_000L));
        assertEquals("512 MB of 64 GB", Units.share(512_000_000L, 64_000_000_000L));
        assertEquals("58 tok/s", Units.speed(58.4));
        assertEquals("3.5 tok/s", Units.speed(3.45678));
        assertEquals("32k", Units.tokens(32_768));
        assertEquals("8.2 B", Units.parameters(8_190_000_000L));
        assertEquals("480 B", Units.parameters(480_000_000_000L));
        assertEquals("1 hive", Units.count(1, "hive", "hives"));
    }

    @Test
    void agesNeverLieInTheFuture() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        assertEquals("4 s ago", Units.ago(now.minusSeconds(4), now));
        assertEquals("now", Units.ago(now.plusSeconds(9), now));
        assertEquals("2 h ago", Units.ago(now.minusSeconds(7300), now));
    }
}
