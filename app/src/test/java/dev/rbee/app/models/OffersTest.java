package dev.rbee.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Shelf;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.jobs.JobState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final long GB = 1L << 30;

    @Test
    void aSizeIsJudgedByTheLargestMachine() {
        List<HiveInfo> hives =
                List.of(Fixtures.hive("a", HiveState.ONLINE, 0), Fixtures.hive("b", HiveState.OFFLINE, 0));
        assertEquals(new SizeGuess("a", true), SizeGuess.of(10 * GB, hives));
        assertEquals(new SizeGuess("a", false), SizeGuess.of(30 * GB, hives));
        assertFalse(SizeGuess.of(60 * GB, hives).fits());
        assertFalse(SizeGuess.of(GB, List.of()).fits());
    }

    @Test
    void theFirstVariantIsTheUsualOneAndTheHubsFilesAreReferences() {
        Offer qwen = Offer.of(Shelf.library().get(1));
        assertEquals("qwen3:8b", Objects.requireNonNull(qwen.usual()).ref());
        assertTrue(qwen.choices().getLast().label().endsWith("22.0 B active"));
        Offer hub = Offer.of(Shelf.hub("owner/repo", true, true));
        assertTrue(hub.gated());
        assertEquals("hf:owner/repo:Q4_K_M", Objects.requireNonNull(hub.usual()).ref());
        assertNull(Offer.of(Shelf.hub("owner/repo", false, false)).usual());
        assertTrue(Offer.isRef("hf:owner/repo"));
        assertFalse(Offer.isRef("qwen 8b"));
    }

    @Test
    void whatARunningDownloadIsAboutIsNotUnfinished() {
        var partial = List.of(Shelf.qwen("a", "partial", 1000L));
        var running = Shelf.pull("p", "qwen3:8b", JobState.RUNNING, null, null);
        assertEquals(List.of(), Unfinished.of(partial, List.of(running)));
        var ended = Shelf.pull("p", "qwen3:8b", JobState.CANCELLED, null, null);
        Unfinished left = Unfinished.of(partial, List.of(ended)).getFirst();
        assertEquals("qwen3:8b", left.ref());
        assertEquals(1000, left.doneBytes());
    }
}
