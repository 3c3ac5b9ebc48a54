package dev.rbee.app.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Shelf;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.jobs.Transfer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelWordsTest {
    private static JobInfo running(String id, Transfer how) {
        return Shelf.pull(id, id, JobState.RUNNING, how, null);
    }

    @Test
    void copiesOfOneNameAreOneModelWhoseBestCopySpeaks() {
        var all = Installed.group(List.of(
                Shelf.qwen("a", "partial", 1000L),
                Shelf.qwen("b", "installed", null),
                Shelf.foreign("llama3.2:3b", "a", "ollama"),
                Shelf.qwen("c", "offline", null)));
        assertEquals(2, all.size());
        Installed qwen = Objects.requireNonNull(all.get("Qwen3-8B-Q4_K_M"));
        assertEquals("b", qwen.best().hive());
        assertTrue(qwen.usable());
        assertEquals(List.of("b"), qwen.hives());
        assertEquals(List.of("qwen3:8b", "hf:Qwen/Qwen3-8B-GGUF:Q4_K_M"), qwen.refs());
        assertFalse(Objects.requireNonNull(
                        Installed.group(List.of(Shelf.qwen("a", "partial", 1L))).get("Qwen3-8B-Q4_K_M"))
                .usable());
    }

    @Test
    void deletingSaysWhatIsFreedAndWhatStays() {
        assertEquals(
                "This frees 1.0 kB on a. Getting it back means a download.",
                ModelWords.deletion(List.of(Shelf.qwen("a", "partial", 1000L))));
        String both =
                ModelWords.deletion(List.of(Shelf.qwen("a", "installed", null), Shelf.foreign("x", "b", "lm_studio")));
        assertTrue(both.startsWith("This frees 5.0 GB on a."), both);
        assertTrue(both.contains("On b the file belongs to another program"), both);
    }

    @Test
    void aDownloadSaysHowFarHowFastAndHowLong() {
        JobInfo half = running("qwen3:8b", Shelf.half("downloading"));
        assertEquals("2.5 of 5 GB  ·  39.8 MB/s  ·  1 min left", TransferWords.line(half));
        assertEquals("qwen3:8b 50 %  ·  39.8 MB/s  ·  1 min left", TransferWords.summary(List.of(half)));
        assertEquals("2.5 of 5 GB", TransferWords.line(running("x", Shelf.half("paused"))));
        assertEquals("", TransferWords.summary(List.of(running("x", Shelf.half("paused")))));
        JobInfo unknown = running("x", new Transfer("x", "downloading", 100, null, 0, null));
        assertEquals("100 B", TransferWords.line(unknown));
        assertEquals("2 downloads  ·  39.8 MB/s", TransferWords.summary(List.of(half, unknown)));
        assertEquals(
                "done",
                TransferWords.badge(Shelf.pull("x", "x", JobState.DONE, null, null))
                        .word());
    }
}
