package dev.rbee.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.live.FleetView;
import dev.rbee.app.live.Link;
import dev.rbee.app.remote.ChatTarget;
import dev.rbee.app.remote.Discovery;
import dev.rbee.app.small.Fixtures;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.contract.workers.WorkerState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DestinationTest {
    private static final Link THERE = new Link.Connected("http://queen");
    private static final Link AWAY =
            new Link.Away(Instant.EPOCH, null, Problem.of(ProblemCode.UNREACHABLE, "away", null), false);
    private static final Discovery NOBODY = () -> {
        throw ProblemException.of(ProblemCode.UNREACHABLE, "no registry", null);
    };

    private static FleetView view(Link link, WorkerInfo... workers) {
        Map<String, WorkerInfo> byId = new LinkedHashMap<>();
        for (WorkerInfo worker : workers) {
            byId.put(worker.id(), worker);
        }
        return new FleetView(link, Map.of(), byId, Map.of(), null, List.of(), false);
    }

    private static WorkerInfo worker(String id, String model, WorkerState state, int free) {
        return Fixtures.worker(id, model, state, free, 4, "http://" + id);
    }

    @Test
    void theQueenPicksUnlessOneWorkerIsMeant() {
        FleetView view =
                view(THERE, worker("a", "demo", WorkerState.IDLE, 4), worker("b", "demo", WorkerState.BUSY, 1));
        assertEquals(
                new ChatTarget("http://queen", "demo", null, false),
                new Destination(NOBODY).find(new Choice.Auto(), view));
        assertEquals(
                new ChatTarget("http://queen", "demo", "b", false),
                new Destination(NOBODY).find(new Choice.Worker("b", "demo"), view));
    }

    @Test
    void withoutTheQueenTheRegistrySaysWhere() {
        Discovery registry = () -> new Discovery.Found(List.of(), List.of(worker("new", "demo", WorkerState.IDLE, 0)));
        ChatTarget target = new Destination(registry)
                .find(new Choice.Model("demo"), view(AWAY, worker("old", "demo", WorkerState.IDLE, 4)));
        assertEquals(new ChatTarget("http://new", "demo", "new", true), target);
    }

    @Test
    void withoutARegistryTheLastKnownAddressIsTried() {
        ChatTarget target =
                new Destination(NOBODY).find(new Choice.Auto(), view(AWAY, worker("old", "demo", WorkerState.IDLE, 4)));
        assertTrue(target.queenless());
        assertEquals("old", target.workerId());
    }

    @Test
    void aSuspectIsTheLastOneToAskAndALoadingOneIsNotAsked() {
        FleetView view = view(
                THERE,
                worker("a", "x", WorkerState.SUSPECT, 4),
                worker("b", "y", WorkerState.BUSY, 1),
                worker("c", "z", WorkerState.LOADING, 4));
        assertEquals(
                "b",
                Destination.best(new Choice.Auto(), view.workers().values())
                        .orElseThrow()
                        .id());
    }

    @Test
    void theQueenLetsARequestWaitForAWorkerThatLoads() {
        FleetView view = view(THERE, worker("c", "z", WorkerState.LOADING, 4));
        for (Choice choice : List.of(new Choice.Auto(), new Choice.Model("z"))) {
            assertEquals(new ChatTarget("http://queen", "z", null, false), new Destination(NOBODY).find(choice, view));
        }
        ProblemException queenless = assertThrows(
                ProblemException.class,
                () -> new Destination(NOBODY)
                        .find(new Choice.Auto(), view(AWAY, worker("c", "z", WorkerState.LOADING, 4))));
        assertEquals(ProblemCode.NO_WORKER, queenless.problem().code());
    }

    /** Anybody may answer, nobody runs: the queen is asked for what is installed, as when it is chosen over the chat. */
    @Test
    void anInstalledModelIsAskedForWhereNobodyRuns() {
        Choice auto = new Choice.Auto();
        FleetView idle = installed("demo", "qwen3:8b");
        assertEquals(new Choice.Model("qwen3:8b"), Destination.meant(auto, idle, "qwen3:8b"));
        assertEquals(new Choice.Model("demo"), Destination.meant(auto, idle, null));
        assertEquals(new Choice.Model("demo"), Destination.meant(auto, idle, "deleted by now"));
        assertEquals(new Choice.Model("qwen3:8b"), Destination.meant(auto, installed("qwen3:8b"), null));
        assertEquals(auto, Destination.meant(auto, installed(), "qwen3:8b"));
        assertEquals(auto, Destination.meant(auto, view(AWAY), "demo"));

        Choice other = new Choice.Model("other");
        assertEquals(other, Destination.meant(other, idle, "demo"), "what was chosen stays chosen");
        FleetView ready = view(THERE, worker("a", "x", WorkerState.IDLE, 4));
        assertEquals(auto, Destination.meant(auto, ready, "demo"), "whoever runs answers");
        FleetView loading = view(THERE, worker("a", "x", WorkerState.LOADING, 4));
        assertEquals(auto, Destination.meant(auto, loading, "demo"), "what loads is waited for");
    }

    private static FleetView installed(String... models) {
        HiveInfo hive = Fixtures.hive("h", HiveState.ONLINE, 0);
        Capabilities had = Objects.requireNonNull(hive.capabilities());
        List<ModelEntry> list =
                Stream.of(models).map(id -> Fixtures.model(id, "h")).toList();
        Capabilities can = new Capabilities(
                had.devices(),
                had.os(),
                had.arch(),
                had.cpu(),
                had.ram(),
                had.disk(),
                had.engines(),
                list,
                "h",
                "0.1.0");
        HiveInfo with = new HiveInfo(
                "h",
                "h",
                "127.0.0.1",
                1,
                "http://h",
                hive.mode(),
                HiveState.ONLINE,
                true,
                "0.1.0",
                1L,
                Instant.EPOCH,
                0,
                can,
                0L,
                0.1,
                Instant.EPOCH,
                null);
        return new FleetView(THERE, Map.of("h", with), Map.of(), Map.of(), null, List.of(), false);
    }

    @Test
    void withNothingAtAllTheUserIsToldWhatToDo() {
        ProblemException nobody = assertThrows(
                ProblemException.class, () -> new Destination(NOBODY).find(new Choice.Auto(), view(THERE)));
        assertEquals(ProblemCode.NO_WORKER, nobody.problem().code());
    }
}
