package dev.rbee.app.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.app.small.Past;
import dev.rbee.contract.audit.AuditEntry;
import dev.rbee.contract.requests.RequestEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Requests and audit entries in words. */
class ActivityWordsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void timesAndSpans() {
        assertEquals("11:59:50", Clock.brief(NOW.minusSeconds(10), NOW, ZoneOffset.UTC));
        assertEquals("28 Feb 12:00", Clock.brief(NOW.minusSeconds(86_400), NOW, ZoneOffset.UTC));
        assertEquals("2026-03-01 12:00:00.000", Clock.whole(NOW, ZoneOffset.UTC));
        assertEquals("–", RequestWords.millis(null));
        assertEquals("340 ms", RequestWords.millis(340L));
        assertEquals("1.2 s", RequestWords.millis(1249L));
        assertEquals("45 s", RequestWords.millis(45_400L));
        assertEquals("3 min", RequestWords.millis(190_000L));
    }

    @Test
    void speedIsCountedFromTheFirstToken() {
        RequestEntry entry = Past.request(1, NOW);
        double seconds = (entry.durationMs() - 270) / 1000.0;
        assertEquals(76 / seconds, Objects.requireNonNull(RequestWords.speed(entry)), 0.001);
        assertNull(RequestWords.speed(Past.request(3, NOW)), "it failed");
        assertEquals("313 → 77", RequestWords.tokens(entry));
        assertEquals("–", RequestWords.tokens(Past.request(3, NOW)));
    }

    @Test
    void whatAJobEndsLaterIsOnlyBegun() {
        assertEquals("begun", AuditWords.badge(audit("model.pull", "ok")).word());
        assertEquals("begun", AuditWords.badge(audit("worker.spawn", "ok")).word());
        assertEquals(
                "refused", AuditWords.badge(audit("model.pull", "unreachable")).word());
        assertEquals("done", AuditWords.badge(audit("model.delete", "ok")).word());
    }

    private static AuditEntry audit(String action, String outcome) {
        return new AuditEntry(1, NOW, "admin", action, "qwen3:8b", outcome, null);
    }

    @Test
    void csvIsWhatSpreadsheetsTakeAndNothingInItIsAFormula() {
        AuditEntry entry = new AuditEntry(7, NOW, "=cmd()", "hive.stop", null, "ok", "said \"no, thanks\"\nand left");
        List<String> columns = List.of("n", "at", "actor", "target", "details");
        assertEquals("n,at,actor,target,details\r\n", Csv.head(columns));
        assertEquals(
                "7,2026-03-01T12:00:00Z,'=cmd(),,\"said \"\"no, thanks\"\"\nand left\"\r\n", Csv.line(entry, columns));
    }
}
