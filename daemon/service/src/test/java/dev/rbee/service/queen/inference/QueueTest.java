package dev.rbee.service.queen.inference;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.inference.StandIn.Habit;
import dev.rbee.service.queen.inference.TestQueen.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that wait: bounded, in fair turns, for a slot or for a worker to be started. */
class QueueTest {
    private static final String CHAT = "/v1/chat/completions";
    private final TestQueen queen = new TestQueen();
    private final List<StandIn> workers = new ArrayList<>();

    @AfterEach
    void close() {
        workers.forEach(StandIn::close);
        queen.close();
    }

    private StandIn worker(String id, Habit habit) {
        StandIn worker = queen.worker(id, habit);
        workers.add(worker);
        return worker;
    }

    @Test
    void oneAtATimePerSlotAndTheFifthWaiterIsRefused() throws Exception {
        StandIn worker = worker("w1", Habit.HOLDS);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int running = i;
            answers.add(queen.later(CHAT, TestQueen.chat(i % 2 == 0), TestQueen.USER + (i % 3)));
            await().until(() -> queen.inference.stats().requestsWaiting() == running);
        }
        Answer refused = queen.ask(CHAT, TestQueen.chat(true));
        assertEquals(429, refused.status());
        assertTrue(refused.body().contains("queue_full"), refused.body());
        assertNotNull(refused.headers().get("Retry-After"));
        assertEquals("demo", queen.inference.stats().queues().getFirst().model());
        assertEquals(1, worker.asked.get());
        worker.go.countDown();
        for (CompletableFuture<Answer> answer : answers) {
            assertEquals(200, answer.get(10, TimeUnit.SECONDS).status());
        }
        assertEquals(5, worker.asked.get());
        assertEquals(0, queen.inference.stats().requestsWaiting());
        await().until(() -> queen.inference.stats().requestsRunning() == 0);
    }

    @Test
    void callersTakeTurns() {
        WaitingLine line = new WaitingLine(queen.registry.slots(), new java.util.Random(1), 100);
        List<Waiter> waiters = new ArrayList<>();
        for (String caller : List.of("greedy", "greedy", "greedy", "modest")) {
            Waiter waiter = new Waiter(caller, dev.rbee.service.queen.routing.RouteRequest.of("none"));
            line.join(waiter);
            waiters.add(waiter);
        }
        assertEquals(1, line.position(waiters.get(0)));
        assertEquals(2, line.position(waiters.get(3)));
        assertEquals(4, line.position(waiters.get(2)));
        line.leave(waiters.get(0));
        assertEquals(0, line.position(waiters.get(0)));
        assertEquals(3, line.size());
    }

    @Test
    void manyRequestsStartOneWorkerAndWaitForIt() throws Exception {
        queen.installed.add(new ModelEntry(
                "demo", "demo.gguf", null, 1, null, "installed", null, null, null, null, false, true, null, "local"));
        AtomicInteger spawns = new AtomicInteger();
        CompletableFuture<String> spawned = new CompletableFuture<>();
        queen.spawner = (model, node) -> {
            spawns.incrementAndGet();
            return Optional.of(spawned);
        };
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(queen.later(CHAT, TestQueen.chat(true), TestQueen.TOKEN));
        }
        await().until(() -> queen.inference.stats().requestsWaiting() == 3);
        await().pollDelay(Duration.ofMillis(3500)).until(() -> true);
        worker("w1", Habit.GOOD);
        spawned.complete("w1");
        for (CompletableFuture<Answer> answer : answers) {
            Answer got = answer.get(10, TimeUnit.SECONDS);
            assertTrue(got.body().startsWith(": waiting position="), got.body());
            assertTrue(got.body().endsWith("data: [DONE]\n\n"), got.body());
        }
        assertTrue(spawns.get() <= 3);
    }

    @Test
    void aFailedStartIsTheAnswer() throws Exception {
        queen.installed.add(new ModelEntry(
                "demo", "demo.gguf", null, 1, null, "installed", null, null, null, null, false, true, null, "local"));
        queen.spawner = (model, node) -> Optional.of(CompletableFuture.failedFuture(
                ProblemException.of(ProblemCode.SPAWN_FAILED, "it ended with 134", null)));
        Answer answer = queen.ask(CHAT, TestQueen.chat(true));
        assertEquals(502, answer.status());
        assertTrue(answer.body().contains("it ended with 134"), answer.body());
        queen.spawner = (model, node) -> Optional.empty();
        assertEquals(503, queen.ask(CHAT, TestQueen.chat(true)).status());
    }
}
