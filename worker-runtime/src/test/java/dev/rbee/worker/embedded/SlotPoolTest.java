package dev.rbee.worker.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.worker.engine.Generation;
import dev.rbee.worker.engine.GenerationEvent;
import dev.rbee.worker.engine.GenerationSpec;
import dev.rbee.worker.engine.Sampling;
import dev.rbee.worker.engine.SlotUse;
import org.junit.jupiter.api.Test;

class SlotPoolTest {
    private final SlotPool pool = new SlotPool(2, 1);

    private Job job(String id, int... tokens) {
        Generation generation = new Generation(id, tokens.length, pool::withdraw);
        return new Job(GenerationSpec.of(id, "", 1, Sampling.DEFAULT), tokens, 1, generation, 0);
    }

    @Test
    void beyondSlotsAndQueueItRefuses() throws InterruptedException {
        Job first = job("1", 1, 2);
        Job third = job("3", 3);
        pool.submit(first);
        pool.submit(job("2", 2));
        pool.submit(third);
        assertEquals(new SlotUse(2, 2, 1), pool.use());
        ProblemException full = assertThrows(ProblemException.class, () -> pool.submit(job("4", 4)));
        assertEquals(ProblemCode.QUEUE_FULL, full.problem().code());
        assertSame(first, pool.next(0));
        pool.done(0, first.tokens());
        assertSame(third, pool.next(0));
        assertEquals(new SlotUse(2, 2, 0), pool.use());
    }

    @Test
    void theSlotWithTheLongestCommonBeginningIsTaken() throws InterruptedException {
        pool.submit(job("1", 1, 2, 3));
        pool.submit(job("2", 7, 8, 9));
        pool.done(0, new int[] {1, 2, 3});
        pool.done(1, new int[] {7, 8, 9});
        Job warm = job("3", 7, 8, 1);
        pool.submit(warm);
        assertSame(warm, pool.next(1));
    }

    @Test
    void aCancelledJobInTheQueueEndsAtOnce() throws InterruptedException {
        pool.submit(job("1", 1));
        pool.submit(job("2", 2));
        Job waiting = job("3", 3);
        pool.submit(waiting);
        waiting.generation().cancel();
        GenerationEvent.Failed failed = assertInstanceOf(
                GenerationEvent.Failed.class, waiting.generation().take());
        assertEquals(ProblemCode.CANCELLED, failed.problem().code());
        assertEquals(0, pool.use().waiting());
    }

    @Test
    void closingAnswersEveryWaiter() throws InterruptedException {
        Job running = job("1", 1);
        pool.submit(running);
        pool.submit(job("2", 2));
        Job waiting = job("3", 3);
        pool.submit(waiting);
        pool.close();
        assertInstanceOf(GenerationEvent.Failed.class, waiting.generation().take());
        assertEquals(true, running.generation().cancelled());
        pool.done(1, new int[0]);
        assertNull(pool.next(1));
        assertThrows(ProblemException.class, () -> pool.submit(job("4", 4)));
    }
}
