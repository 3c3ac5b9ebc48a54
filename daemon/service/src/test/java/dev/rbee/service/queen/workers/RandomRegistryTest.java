package dev.rbee.service.queen.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import dev.rbee.contract.workers.WorkerStatus;
import dev.rbee.service.queen.routing.Lineup;
import dev.rbee.service.queen.routing.RouteRequest;
import dev.rbee.service.queen.routing.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Random news and requests against a model that is too simple to be wrong. The seed is in the message of every failure. */
class RandomRegistryTest {
    private static final class Model {
        long epoch;
        long seq = -1;
        long seen;
        int leases;
        final int slots;
        final String name;

        Model(int slots, String name) {
            this.slots = slots;
            this.name = name;
        }
    }

    private final Fleet fleet = new Fleet();
    private final Map<String, Model> model = new HashMap<>();
    private final List<Lease> leases = new ArrayList<>();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @RepeatedTest(20)
    void staysWithTheModel() {
        for (int step = 0; step < 800; step++) {
            String id = "w" + random.nextInt(8);
            switch (random.nextInt(8)) {
                case 0 -> register(id);
                case 1, 2 -> beat(id);
                case 3 -> grant();
                case 4 -> release();
                case 5 -> remove(id);
                case 6 -> fleet.pass(Duration.ofMillis(random.nextInt(12_000)));
                default -> sweep();
            }
            check("seed " + seed + " step " + step);
        }
    }

    private void register(String id) {
        int slots = 1 + random.nextInt(3);
        String name = "m" + random.nextInt(2);
        Model next = new Model(slots, name);
        next.epoch = fleet.register(id, name, "h" + random.nextInt(2), slots);
        next.seen = fleet.nanos;
        Model old = model.put(id, next);
        if (old != null) {
            assertEquals(old.epoch + 1, next.epoch, "seed " + seed);
            forget(id);
        }
    }

    private void beat(String id) {
        Model known = model.get(id);
        long epoch = known == null ? 1 : known.epoch - random.nextInt(2);
        long seq = random.nextInt(400);
        try {
            fleet.registry.beat(Fleet.heart(id, epoch, seq, WorkerStatus.READY, null));
            assertTrue(known != null && epoch == known.epoch, "seed " + seed);
            if (known != null && seq > known.seq) {
                known.seq = seq;
                known.seen = fleet.nanos;
            }
        } catch (ProblemException refused) {
            assertTrue(known == null || epoch < known.epoch, "seed " + seed + " " + refused.getMessage());
        }
    }

    private void grant() {
        String name = "m" + random.nextInt(2);
        Grant grant = fleet.registry
                .slots()
                .grant((fleetNow, now) -> Router.decide(fleetNow, RouteRequest.of(name), now, random));
        Lease lease = grant.lease();
        if (lease != null) {
            Model granted = model.get(lease.workerId());
            assertTrue(granted != null && granted.name.equals(name), "seed " + seed);
            if (granted != null) {
                granted.leases++;
                assertTrue(granted.leases <= granted.slots, "overbooked, seed " + seed);
            }
            leases.add(lease);
        } else {
            boolean someFree = model.entrySet().stream()
                    .anyMatch(e -> e.getValue().name.equals(name)
                            && e.getValue().leases < e.getValue().slots
                            && indexed(e.getKey()));
            assertTrue(!someFree, "a free worker was not used, seed " + seed);
        }
    }

    /** Whether the last sweep still saw it. */
    private boolean indexed(String id) {
        return fleet.registry.slots().ask((fleetNow, now) -> fleetNow.worker(id) != null);
    }

    private void release() {
        if (!leases.isEmpty()) {
            Lease lease = leases.remove(random.nextInt(leases.size()));
            lease.close();
            Model held = model.get(lease.workerId());
            if (held != null) {
                held.leases--;
            }
        }
    }

    private void remove(String id) {
        assertEquals(model.remove(id) != null, fleet.registry.remove(id, "test"), "seed " + seed);
        forget(id);
    }

    private void sweep() {
        fleet.registry.cleanupStale();
        model.entrySet().removeIf(e -> {
            boolean gone =
                    fleet.nanos - e.getValue().seen > Duration.ofMinutes(5).toNanos();
            if (gone) {
                forget(e.getKey());
            }
            return gone;
        });
    }

    /** Its leases died with it; closing them late must do no harm. */
    private void forget(String id) {
        leases.removeIf(lease -> {
            boolean his = lease.workerId().equals(id);
            if (his && random.nextBoolean()) {
                lease.close();
            }
            return his;
        });
    }

    private void check(String where) {
        List<WorkerInfo> all = fleet.registry.lists().list();
        assertEquals(model.size(), all.size(), where);
        int online = 0;
        for (WorkerInfo worker : all) {
            Model expected = model.get(worker.id());
            assertTrue(expected != null, where);
            if (expected == null) {
                return;
            }
            boolean isOnline =
                    fleet.nanos - expected.seen <= Duration.ofSeconds(90).toNanos();
            online += isOnline ? 1 : 0;
            assertEquals(isOnline, worker.online(), where);
            assertEquals(expected.epoch, worker.epoch(), where);
            boolean swept = !indexed(worker.id());
            if (isOnline && !swept) {
                assertEquals(expected.slots - expected.leases, worker.slotsAvailable(), where);
                assertEquals(expected.leases > 0 ? WorkerState.BUSY : WorkerState.IDLE, worker.state(), where);
            }
        }
        assertEquals(online, fleet.registry.lists().onlineCount(), where);
        int indexed =
                fleet.registry.slots().ask((now, at) -> size(now.lineup("m0", null)) + size(now.lineup("m1", null)));
        assertTrue(indexed <= all.size() && indexed >= online, where);
    }

    private static int size(Lineup lineup) {
        return lineup.size();
    }
}
