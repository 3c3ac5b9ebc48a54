package dev.rbee.app.hives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.small.Fixtures;
import dev.rbee.app.small.Machines;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is offered for a hive, and what is said before something is lost. */
class VerbsTest {
    @ParameterizedTest
    @EnumSource(HiveState.class)
    void thisMachineIsNeitherRemovedNorWoken(HiveState state) {
        Verbs verbs = Verbs.of(Fixtures.hive("this-machine", state, 0), null);
        assertFalse(verbs.first().isEmpty());
        assertFalse(verbs.more().contains(Verb.REMOVE));
        assertFalse(verbs.more().contains(Verb.WAKE));
        assertFalse(verbs.first().contains(Verb.LOGIN));
    }

    @ParameterizedTest
    @EnumSource(HiveState.class)
    void everyOtherMachineCanBeRemoved(HiveState state) {
        assertTrue(Verbs.of(Machines.hive("mac", state, null), null).more().contains(Verb.REMOVE));
    }

    @Test
    void whatSleepsCanBeWokenWhereItsAddressIsKnown() {
        var node = Machines.node(Machines.ask("mac", "vince", "mac.lan"));
        var off = Machines.hive("mac", HiveState.OFFLINE, null);
        assertTrue(Verbs.of(off, node).more().contains(Verb.WAKE));
        assertFalse(Verbs.of(off, null).more().contains(Verb.WAKE));
        assertFalse(Verbs.of(Machines.hive("mac", HiveState.ONLINE, null), node)
                .more()
                .contains(Verb.WAKE));
        assertEquals(List.of(Verb.START, Verb.LOGIN), Verbs.of(off, node).first());
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void eachSaysWhatItDoes(Verb verb) {
        assertFalse(verb.words().isBlank());
        assertFalse(verb.tip().isBlank());
    }

    @Test
    void whatIsLostIsNamed() {
        var idle = Fixtures.worker("w-1", "demo", WorkerState.IDLE, 2, 2, "http://127.0.0.1:1");
        var busy = Fixtures.worker("w-2", "phi", WorkerState.BUSY, 0, 2, "http://127.0.0.1:1");
        assertEquals("1 worker ends: demo.", HiveActions.lost(List.of(idle)));
        assertEquals(
                "2 workers end: demo, phi. 2 answers are being written and will be cut off. Drain lets them finish first.",
                HiveActions.lost(List.of(idle, busy)));
    }
}
