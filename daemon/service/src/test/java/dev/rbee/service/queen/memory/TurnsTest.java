package dev.rbee.service.queen.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.queen.memory.Holder.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final MemoryRules RULES = new MemoryRules(true, Duration.ofSeconds(60));

    private static Holder idle(String id, long bytes, long ready, long idle) {
        return new Holder(id, "m-" + id, bytes, Stage.IDLE, false, ready * SECOND, idle * SECOND);
    }

    private static Holder as(Holder holder, Stage stage, boolean keep) {
        return new Holder(
                holder.worker(), holder.model(), holder.bytes(), stage, keep, holder.readyNanos(), holder.idleNanos());
    }

    private static Step at(long now, long free, long bytes, long since, Holder... holders) {
        return Turns.next(
                new Room("h1", free, 0, List.of(holders)),
                new Demand("new", bytes, since * SECOND, true),
                RULES,
                now * SECOND);
    }

    private static List<String> unloaded(Step step) {
        return assertInstanceOf(Step.Unload.class, step).workers();
    }

    @Test
    void whatFitsIsStarted() {
        assertEquals(new Step.Start(true), at(1000, 10, 10, 1000, idle("a", 5, 0, 0)));
    }

    @Test
    void theLongestIdleGoesAndNoMoreThanNeeded() {
        Holder a = idle("a", 5, 0, 900);
        Holder b = idle("b", 5, 0, 800);
        Holder c = idle("c", 5, 0, 850);
        assertEquals(List.of("b"), unloaded(at(1000, 5, 10, 1000, a, b, c)));
        assertEquals(List.of("b", "c"), unloaded(at(1000, 0, 10, 1000, a, b, c)));
        Holder large = idle("large", 10, 0, 990);
        assertEquals(List.of("large"), unloaded(at(1000, 0, 10, 1000, b, large)));
    }

    @Test
    void onesThatHaveJustComeStayAndThoseThatAreKeptAlways() {
        Holder fresh = idle("a", 10, 950, 960);
        assertInstanceOf(Step.Wait.class, at(1000, 0, 10, 1000, fresh));
        assertEquals(List.of("a"), unloaded(at(1010, 0, 10, 1000, fresh)));
        assertEquals(new Step.Start(false), at(5000, 0, 10, 0, as(fresh, Stage.IDLE, true)));
        assertInstanceOf(Step.Wait.class, at(5000, 0, 10, 0, as(fresh, Stage.LOADING, false)));
    }

    @Test
    void aBusyOneFinishesItsTurnBeforeItGoes() {
        Holder busy = as(idle("a", 10, 0, 0), Stage.BUSY, false);
        assertInstanceOf(Step.Wait.class, at(1000, 0, 10, 950, busy));
        assertEquals(List.of("a"), unloaded(at(1010, 0, 10, 950, busy)));
        Holder idle = idle("b", 10, 0, 0);
        assertEquals(List.of("b"), unloaded(at(1010, 0, 10, 950, busy, idle)));
    }

    @Test
    void whatIsEndingIsWaitedFor() {
        Holder leaving = as(idle("a", 10, 0, 0), Stage.LEAVING, false);
        assertInstanceOf(Step.Wait.class, at(5000, 0, 10, 0, leaving, idle("b", 10, 0, 0)));
        assertEquals(List.of("b"), unloaded(at(5000, 0, 15, 0, leaving, idle("b", 10, 0, 0))));
    }

    @Test
    void whatNeverFitsIsLeftToTheHive() {
        assertEquals(new Step.Start(false), at(5000, 2, 100, 0, idle("a", 10, 0, 0)));
        Step off = Turns.next(
                new Room("h1", 0, 0, List.of(idle("a", 10, 0, 0))),
                new Demand("new", 5, 0, true),
                new MemoryRules(false, Duration.ZERO),
                5000 * SECOND);
        assertEquals(new Step.Start(false), off);
    }

    @Test
    void theWordsNameWhoIsInTheWay() {
        Step.Wait wait =
                assertInstanceOf(Step.Wait.class, at(1000, 0, 10, 990, as(idle("a", 10, 0, 0), Stage.BUSY, false)));
        assertTrue(wait.why().contains("m-a") && wait.why().contains("50 s"), wait.why());
    }
}
