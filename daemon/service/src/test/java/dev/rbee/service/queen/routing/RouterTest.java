package dev.rbee.service.queen.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.workers.WorkerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions over made-up fleets. */
class RouterTest {
    private final List<Candidate> fleet = new ArrayList<>();
    private final Random random = new Random(42);

    /** One made-up worker. */
    record Made(
            String id,
            String node,
            WorkerState state,
            int slotsTotal,
            int slotsFree,
            double tokensPerSecond,
            double error)
            implements Candidate {
        @Override
        public String model() {
            return "demo";
        }

        @Override
        public int slotsUnreserved() {
            return state == WorkerState.SUSPECT || state == WorkerState.BUSY ? Math.max(slotsFree, 1) : slotsFree;
        }

        @Override
        public double errors(long now) {
            return error;
        }

        @Override
        public boolean can(Need need) {
            return !id.startsWith("blind") || need != Need.IMAGES;
        }
    }

    private void worker(String id, WorkerState state, int total, int free, double speed, double errors) {
        fleet.add(new Made(id, "h1", state, total, free, speed, errors));
    }

    private Plan decide(RouteRequest request) {
        return Router.decide(new Listed(fleet), request, 0, random);
    }

    private static String sent(Plan plan) {
        assertEquals(Verdict.SEND, plan.verdict(), plan.words());
        Candidate worker = plan.worker();
        assertNotNull(worker);
        return worker.id();
    }

    @Test
    void prefersFreeThenFastThenFaultless() {
        worker("half", WorkerState.BUSY, 4, 2, 30, 0);
        worker("free", WorkerState.IDLE, 4, 4, 30, 0);
        assertEquals("free", sent(decide(RouteRequest.of("demo"))));
        worker("fast", WorkerState.IDLE, 4, 4, 60, 0);
        assertEquals("fast", sent(decide(RouteRequest.of("demo"))));
        worker("fails", WorkerState.IDLE, 4, 4, 90, 2);
        assertEquals("fast", sent(decide(RouteRequest.of("demo"))));
        assertEquals("free", sent(decide(RouteRequest.of("demo").without(Set.of("fast", "fails")))));
    }

    @Test
    void onlyAWorkerThatCanDoItGetsIt() {
        worker("blind", WorkerState.IDLE, 4, 4, 90, 0);
        RouteRequest images = RouteRequest.of("demo").needing(Set.of(Need.IMAGES));
        assertEquals(Reason.UNABLE, decide(images).reason());
        assertEquals(Verdict.NONE, decide(images.warmAt("blind")).verdict());
        assertEquals(Reason.UNABLE, decide(images.to("blind")).reason());
        assertEquals("blind", sent(decide(RouteRequest.of("demo").needing(Set.of(Need.TOOLS)))));
        worker("seeing", WorkerState.BUSY, 1, 0, 10, 0);
        assertEquals(Verdict.WAIT, decide(images).verdict());
        fleet.removeLast();
        for (int i = 0; i < 40; i++) {
            worker("blind-" + i, WorkerState.IDLE, 4, 4, 90, 0);
        }
        worker("seeing", WorkerState.IDLE, 1, 1, 10, 0);
        assertEquals("seeing", sent(decide(images)));
    }

    @Test
    void aWarmWorkerWinsUnlessLoadedAboveTheMean() {
        worker("cold", WorkerState.IDLE, 4, 4, 90, 0);
        worker("warm", WorkerState.IDLE, 4, 4, 10, 0);
        Plan plan = decide(RouteRequest.of("demo").warmAt("warm"));
        assertEquals("warm", sent(plan));
        assertEquals(Reason.WARM, plan.reason());
        fleet.clear();
        worker("cold", WorkerState.IDLE, 4, 4, 90, 0);
        worker("warm", WorkerState.BUSY, 4, 1, 10, 0);
        assertEquals("cold", sent(decide(RouteRequest.of("demo").warmAt("warm"))));
    }

    @Test
    void aWorkerThatIsNotThereForAnybodyIsNotUsed() {
        worker("loading", WorkerState.LOADING, 1, 0, 0, 0);
        assertEquals(Reason.LOADING, decide(RouteRequest.of("demo")).reason());
        worker("draining", WorkerState.DRAINING, 1, 0, 0, 0);
        assertEquals(Verdict.WAIT, decide(RouteRequest.of("demo")).verdict());
        worker("busy", WorkerState.BUSY, 1, 0, 0, 0);
        assertEquals(Reason.FULL, decide(RouteRequest.of("demo")).reason());
        fleet.removeFirst();
        fleet.removeLast();
        assertEquals(Verdict.NONE, decide(RouteRequest.of("demo")).verdict());
        assertEquals(Verdict.NONE, decide(RouteRequest.of("other")).verdict());
    }

    @Test
    void aSuspectIsUsedOnlyWhenNoSoundWorkerIsLeft() {
        worker("suspect", WorkerState.SUSPECT, 1, 0, 0, 1);
        assertEquals(Reason.LAST_RESORT, decide(RouteRequest.of("demo")).reason());
        worker("busy", WorkerState.BUSY, 1, 0, 0, 0);
        assertEquals(Verdict.WAIT, decide(RouteRequest.of("demo")).verdict());
        assertEquals("suspect", sent(decide(RouteRequest.of("demo").without(Set.of("busy")))));
        assertEquals("busy", sent(decide(RouteRequest.of("demo").desperately())));
    }

    @Test
    void aNamedWorkerIsUsedOrNobody() {
        worker("a", WorkerState.IDLE, 1, 1, 0, 0);
        worker("b", WorkerState.BUSY, 1, 0, 0, 0);
        worker("c", WorkerState.DRAINING, 1, 0, 0, 0);
        assertEquals("a", sent(decide(RouteRequest.of("demo").to("a"))));
        assertEquals(Reason.PINNED_FULL, decide(RouteRequest.of("demo").to("b")).reason());
        assertEquals(
                Reason.PINNED_DRAINING, decide(RouteRequest.of("demo").to("c")).reason());
        assertEquals(
                Reason.PINNED_ABSENT, decide(RouteRequest.of("demo").to("d")).reason());
    }

    @Test
    void ofVeryManyASampleIsGoodEnough() {
        for (int i = 0; i < 10_000; i++) {
            worker("w" + i, WorkerState.BUSY, 4, 1 + i % 4, 30, 0);
        }
        int atLeastThree = 0;
        for (int i = 0; i < 1000; i++) {
            Candidate worker = decide(RouteRequest.of("demo")).worker();
            assertNotNull(worker);
            atLeastThree += worker.slotsFree() >= 3 ? 1 : 0;
        }
        assertTrue(atLeastThree > 990, "of 1000 decisions " + atLeastThree + " went to a worker with 3 slots free");
    }

    @Test
    void explainsItself() {
        worker("busy", WorkerState.BUSY, 1, 0, 0, 0);
        worker("a", WorkerState.IDLE, 1, 1, 10, 0);
        Explanation why = Explanation.of(new Listed(fleet), RouteRequest.of("demo"), 0, random);
        assertEquals("a", why.workerId());
        assertEquals("it is the only free worker of this model; 1 of 2 free", why.reason());
        assertEquals("all its slots are taken", why.workers().getLast().whyNot());
    }

    /** The simplest snapshot. */
    private record Listed(List<Candidate> all) implements Snapshot {
        @Override
        public Lineup lineup(String model, @Nullable String node) {
            if (!ModelNames.same(model, "demo")) {
                return Lineup.EMPTY;
            }
            return new ListedLineup(
                    all,
                    free(),
                    all.stream()
                            .filter(w -> w.slotsFree() == 0 && w.slotsUnreserved() > 0)
                            .toList());
        }

        private List<Candidate> free() {
            return all.stream()
                    .filter(w -> w.slotsFree() > 0 && w.state() != WorkerState.SUSPECT)
                    .toList();
        }

        @Override
        public @Nullable Candidate worker(String id) {
            return all.stream().filter(w -> w.id().equals(id)).findFirst().orElse(null);
        }
    }

    private record ListedLineup(List<Candidate> all, List<Candidate> freeOnes, List<Candidate> spareOnes)
            implements Lineup {
        @Override
        public int size() {
            return all.size();
        }

        @Override
        public Candidate at(int index) {
            return all.get(index);
        }

        @Override
        public int freeSize() {
            return freeOnes.size();
        }

        @Override
        public Candidate free(int index) {
            return freeOnes.get(index);
        }

        @Override
        public int spareSize() {
            return spareOnes.size();
        }

        @Override
        public Candidate spare(int index) {
            return spareOnes.get(index);
        }

        @Override
        public double meanLoad() {
            return all.stream().mapToDouble(Candidate::load).average().orElse(0);
        }
    }
}
