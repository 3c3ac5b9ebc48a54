package dev.rbee.service.queen.spawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerPlacement;
import dev.rbee.contract.workers.WorkerPlacement.Passed;
import dev.rbee.service.queen.memory.Step;
import dev.rbee.service.queen.spawn.Candidates.Candidate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a choice, for each thing that can decide it. */
class WhyHereTest {
    private static final Step ROOM = new Step.Start(true);

    @Test
    void eachOfTheOthersSaysWhatSpokeAgainstIt() {
        List<Candidate> ranked = List.of(
                candidate(hive("a", HiveState.ONLINE, 1, 9), true, ROOM),
                candidate(hive("b", HiveState.ONLINE, 1, 9), true, ROOM),
                candidate(hive("c", HiveState.ONLINE, 1, 4), true, ROOM),
                candidate(hive("d", HiveState.ONLINE, 3, 9), true, ROOM),
                candidate(hive("e", HiveState.DEGRADED, 0, 9), true, ROOM),
                candidate(hive("f", HiveState.ONLINE, 0, 9), true, new Step.Unload(List.of("w"))),
                candidate(hive("g", HiveState.ONLINE, 0, 9), false, ROOM),
                candidate(hive("h", HiveState.ONLINE, 0, 9), true, new Step.Wait("a worker is ending to make room")),
                candidate(hive("i", HiveState.ONLINE, 0, 9), true, new Step.Start(false)));
        List<HiveInfo> all =
                new java.util.ArrayList<>(ranked.stream().map(Candidate::hive).toList());
        all.add(hive("j", HiveState.OFFLINE, 0, 9));
        all.add(hive("k", HiveState.ONLINE, 0, 9));

        WhyHere why = WhyHere.of(ranked, all, null);
        assertEquals("It has the model's file and has room for it.", why.reason());
        assertEquals(
                List.of(
                        "b is as good; the first by name was taken",
                        "c has less free memory",
                        "d runs more workers: 3, against 1",
                        "e is degraded",
                        "f would have to unload others first",
                        "g does not have the model's file",
                        "h has no room yet: a worker is ending to make room",
                        "i has no room for it",
                        "j is offline",
                        "k does not have the model's file"),
                why.others().stream()
                        .map(each -> each.hive() + " " + each.why())
                        .toList());
        assertEquals(
                new Passed("b", "is as good; the first by name was taken", 90L),
                why.others().getFirst());
        assertNull(why.others().getLast().freeBytes());

        WorkerPlacement placed = why.worker("w-1", "a", true, Instant.EPOCH);
        assertEquals("requests", placed.by());
        assertEquals(50L, placed.needsBytes());
        assertEquals(90L, placed.freeBytes());
    }

    @Test
    void aHiveThatWasNamedNeedsNoComparison() {
        List<Candidate> ranked = List.of(candidate(hive("a", HiveState.ONLINE, 1, 9), true, ROOM));
        WhyHere why = WhyHere.of(ranked, List.of(hive("z", HiveState.ONLINE, 0, 99)), "This hive was asked for.");
        assertEquals("This hive was asked for.", why.reason());
        assertEquals(List.of(), why.others());
    }

    @Test
    void whatMadeRoomIsSaid() {
        Candidate unloads = candidate(hive("a", HiveState.ONLINE, 1, 9), true, new Step.Unload(List.of("w")));
        assertEquals(
                "It has the model's file; idle workers made room for it; no other hive came into question.",
                WhyHere.of(List.of(unloads), List.of(), null).reason());
        Candidate gets = candidate(hive("a", HiveState.ONLINE, 1, 9), false, ROOM);
        Candidate other = candidate(hive("b", HiveState.ONLINE, 1, 9), true, new Step.Start(false));
        assertEquals(
                "It got the model's file from another hive and has room for it.",
                WhyHere.of(List.of(gets, other), List.of(), null).reason());
    }

    private static Candidate candidate(HiveInfo hive, boolean file, Step step) {
        return new Candidate(hive, 50, 90, file, step);
    }

    private static HiveInfo hive(String id, HiveState state, int workers, long free) {
        return new HiveInfo(
                id,
                id,
                "127.0.0.1",
                1,
                "http://127.0.0.1:1",
                HiveMode.NETWORK,
                state,
                state == HiveState.ONLINE || state == HiveState.DEGRADED,
                null,
                null,
                Instant.EPOCH,
                workers,
                null,
                free,
                null,
                Instant.EPOCH,
                null);
    }
}
