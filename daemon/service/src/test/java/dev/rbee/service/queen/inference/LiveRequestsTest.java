package dev.rbee.service.queen.inference;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.requests.RequestEntry;
import dev.rbee.service.queen.inference.StandIn.Habit;
import dev.rbee.service.queen.inference.TestQueen.Answer;
import dev.rbee.service.queen.store.RequestFilter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is seen of requests before they end, and how they are stopped. */
class LiveRequestsTest {
    private static final String CHAT = "/v1/chat/completions";
    private final TestQueen queen = new TestQueen();

    @AfterEach
    void close() {
        queen.close();
    }

    private List<RequestEntry> live() {
        return queen.inference.live().list(RequestFilter.ALL::lets, 100);
    }

    @Test
    void oneRunsTheNextWaitsAtItsPlaceAndBothLeaveWhenTheyEnd() throws Exception {
        try (StandIn worker = queen.worker("w1", Habit.HOLDS)) {
            CompletableFuture<Answer> first = queen.later(CHAT, TestQueen.chat(true), TestQueen.TOKEN);
            await().until(() -> worker.asked.get() == 1);
            CompletableFuture<Answer> second = queen.later(CHAT, TestQueen.chat(true), TestQueen.USER + "editor");
            await().until(() -> live().size() == 2 && live().getFirst().position() != null);

            RequestEntry waits = live().getFirst();
            assertEquals("waiting", waits.outcome());
            assertEquals(1, waits.position());
            assertEquals("token:editor", waits.caller());
            assertNull(waits.workerId());
            assertNull(waits.queueMs());
            RequestEntry runs = live().getLast();
            assertEquals("running", runs.outcome());
            assertEquals("w1", runs.workerId());
            assertEquals(1, runs.attempts());
            assertNull(runs.position());
            assertNull(runs.firstTokenMs());
            RequestFilter running = new RequestFilter(null, null, null, null, "running", null, null, null);
            assertEquals(1, queen.inference.live().list(running::lets, 100).size());
            RequestFilter found = new RequestFilter("demo", null, null, null, null, "chat", "EDITOR", null);
            assertEquals(List.of(waits.requestId()), ids(queen.inference.live().list(found::lets, 100)));
            assertEquals(
                    1, queen.inference.live().list(RequestFilter.ALL::lets, 1).size());

            worker.go.countDown();
            assertEquals(200, first.get(20, TimeUnit.SECONDS).status());
            assertEquals(200, second.get(20, TimeUnit.SECONDS).status());
            await().until(() -> live().isEmpty() && queen.log.size() == 2);
        }
    }

    @Test
    void oneThatWaitsIsStoppedWithoutTheWorkerHearingOfIt() throws Exception {
        try (StandIn worker = queen.worker("w1", Habit.HOLDS)) {
            CompletableFuture<Answer> first = queen.later(CHAT, TestQueen.chat(true), TestQueen.TOKEN);
            await().until(() -> worker.asked.get() == 1);
            CompletableFuture<Answer> second = queen.later(CHAT, TestQueen.chat(false), TestQueen.TOKEN);
            await().until(() -> live().size() == 2 && live().getFirst().position() != null);
            assertEquals(1, queen.inference.live().stop(live().getFirst().requestId()));

            Answer stopped = second.get(20, TimeUnit.SECONDS);
            assertEquals(499, stopped.status());
            assertTrue(stopped.body().contains("\"cancelled\""), stopped.body());
            await().until(() -> live().size() == 1 && queen.log.size() == 1);
            assertEquals("cancelled", queen.log.getFirst().outcome());
            worker.go.countDown();
            assertEquals(200, first.get(20, TimeUnit.SECONDS).status());
            assertEquals(1, worker.asked.get());
        }
    }

    @Test
    void oneInTheMiddleOfItsAnswerIsStoppedAndItsSlotIsFree() throws Exception {
        try (StandIn worker = queen.worker("w1", Habit.PAUSES)) {
            CompletableFuture<Answer> answer = queen.later(CHAT, TestQueen.chat(true), TestQueen.TOKEN);
            await().until(() -> live().size() == 1
                    && Integer.valueOf(3).equals(live().getFirst().completionTokens()));
            RequestEntry runs = live().getFirst();
            assertTrue(runs.firstTokenMs() != null && runs.firstTokenMs() <= runs.durationMs(), runs.toString());
            assertEquals(1, queen.inference.live().stop(runs.requestId()));

            Answer cut = answer.get(20, TimeUnit.SECONDS);
            assertEquals(200, cut.status());
            assertTrue(cut.body().contains("t2 ") && cut.body().contains("\"cancelled\""), cut.body());
            assertFalse(cut.body().contains("[DONE]"), cut.body());
            await().until(() -> worker.left.get() == 1);
            await().until(() -> queen.registry.lists().list().getFirst().slotsAvailable() == 1);
            await().until(() -> queen.log.size() == 1);
            assertEquals("cancelled", queen.log.getFirst().outcome());
            assertEquals("cancelled", queen.log.getFirst().code());
            assertEquals(0, queen.inference.live().stop(runs.requestId()));
        }
    }

    private static List<String> ids(List<RequestEntry> entries) {
        return entries.stream().map(RequestEntry::requestId).toList();
    }
}
