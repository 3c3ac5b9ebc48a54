package dev.rbee.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.small.Fixtures;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Logs of several parts, without a window. */
class JournalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Source QUEEN = new Source("queen", Source.Kind.QUEEN, "queen");
    private static final Source HIVE = new Source("hive:a", Source.Kind.HIVE, "hive a");

    @Test
    void linesAreReadAsTheyAreWritten() {
        LineReader reader = new LineReader(QUEEN);
        Entry entry = reader.read(
                "2026-03-01T13:00:00.250+01:00 WARN  [queen-tick] d.r.s.queen.X worker=w-1 lost ", null, NOW);
        assertEquals(NOW.plusMillis(250), entry.at());
        assertEquals(Level.WARN, entry.level());
        assertEquals("[queen-tick] d.r.s.queen.X worker=w-1 lost", entry.text());

        Entry trace = reader.read("java.io.IOException: gone", null, NOW.plusSeconds(9));
        assertEquals(Level.WARN, trace.level(), "as its first line");
        assertEquals(NOW.plusMillis(250), trace.at());
        assertEquals(Level.WARN, reader.read("\tat x.Y.z(Y.java:1)", null, NOW).level());
        assertEquals(
                Level.INFO,
                reader.read("llama_model_loader: loaded meta data", null, NOW).level());

        Instant told = NOW.minusSeconds(30);
        assertEquals(told, reader.read("plain", told, NOW).at());
        assertEquals(NOW, new LineReader(HIVE).read("plain", null, NOW).at());
        assertEquals(
                Level.ERROR,
                new LineReader(HIVE)
                        .read("java.lang.IllegalStateException: cut off", null, NOW)
                        .level());
    }

    @Test
    void severalLogsComeTogetherByTime() {
        Journal journal = new Journal();
        journal.add(List.of(line(QUEEN, 1, "a"), line(QUEEN, 3, "c"), line(QUEEN, 3, "d")));
        journal.add(List.of(line(HIVE, 2, "b"), line(HIVE, 3, "e"), line(HIVE, 0, "0")));
        assertEquals(List.of("0", "a", "b", "c", "d", "e"), texts(journal));
        journal.only(Set.of("hive:a"));
        assertEquals(List.of("0", "b", "e"), texts(journal));
    }

    @Test
    void isFilteredBoundedAndPaused() {
        Journal journal = new Journal();
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            many.add(line(QUEEN, i, "line " + i));
        }
        journal.add(many);
        assertEquals(Journal.KEPT, journal.size());
        assertEquals("line 29999", journal.shown().getLast().text());

        journal.add(List.of(new Entry(NOW.plusSeconds(40_000), Level.ERROR, HIVE, "Disk full on NVMe")));
        journal.filter(Level.WARN, "");
        assertEquals(1, journal.shown().size());
        journal.filter(Level.TRACE, "nvme HIVE");
        assertEquals(1, journal.shown().size());
        journal.filter(Level.TRACE, "nvme queen");
        assertEquals(0, journal.shown().size());
        journal.filter(Level.TRACE, "");

        int before = journal.size();
        journal.pause(true);
        journal.add(List.of(line(QUEEN, 50_000, "later")));
        assertEquals(before, journal.size());
        assertEquals(1, journal.waiting().get());
        journal.pause(false);
        assertEquals(0, journal.waiting().get());
        assertEquals("later", journal.shown().getLast().text());
        journal.clear();
        assertEquals(0, journal.size());
    }

    @Test
    void ownQueenAndApplicationAreOneLog() {
        Map<String, dev.rbee.contract.hives.HiveInfo> hives = new LinkedHashMap<>();
        Map<String, dev.rbee.contract.workers.WorkerInfo> workers = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            hives.put("h" + i, Fixtures.hive("h" + i, HiveState.ONLINE, 0));
            workers.put("w" + i, Fixtures.worker("w" + i, "demo", WorkerState.IDLE, 1, 1, "http://w"));
        }
        FleetView view =
                new FleetView(new Link.Connected("http://q"), hives, workers, Map.of(), null, List.of(), false);
        List<Source> own = Sources.of(view, true);
        assertEquals(41, own.size());
        assertEquals("application and queen", own.getFirst().name());
        assertFalse(own.stream().anyMatch(source -> source.id().equals("queen")));
        assertTrue(
                Sources.of(view, false).stream().anyMatch(source -> source.id().equals("queen")));
        assertEquals(Sources.MOST, Sources.usual(own).size());
    }

    private static Entry line(Source source, int second, String text) {
        return new Entry(NOW.plusSeconds(second), Level.INFO, source, text);
    }

    private static List<String> texts(Journal journal) {
        return journal.shown().stream().map(Entry::text).toList();
    }
}
