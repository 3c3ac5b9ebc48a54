package dev.rbee.service.queen.workers;

import dev.rbee.service.queen.routing.Candidate;
import dev.rbee.service.queen.routing.Lineup;
import dev.rbee.service.queen.routing.ModelNames;
import dev.rbee.service.queen.routing.Snapshot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Online workers by model, and by model and hive. Guarded by the registry's lock. */
final class ModelIndex implements Snapshot {
    private record OnNode(String model, String node) {}

    private final Map<String, ModelGroup> byModel = new HashMap<>();
    private final Map<OnNode, ModelGroup> byNode = new HashMap<>();
    private final Map<String, WorkerCell> cells = new HashMap<>();

    /** Brings the index up to date after a cell went from {@code before} (null: new) to its present entry. */
    void update(WorkerCell cell, @Nullable Entry before) {
        Entry after = cell.entry;
        boolean in = !cell.removed && after.phase() != Phase.OFFLINE;
        if (cell.places[0] >= 0 && before != null && (!in || moved(before.facts(), after.facts()))) {
            takeOut(cell, before.facts());
        }
        if (!in) {
            return;
        }
        String model = ModelNames.key(after.facts().model());
        byModel.computeIfAbsent(model, m -> new ModelGroup(0)).put(cell);
        byNode.computeIfAbsent(new OnNode(model, after.facts().node()), m -> new ModelGroup(Dense.KINDS / 2))
                .put(cell);
        cell.countedSlots = after.facts().slotsTotal();
        cell.countedBusy = after.leases() + after.foreign();
        cells.put(after.facts().id(), cell);
    }

    private void takeOut(WorkerCell cell, WorkerFacts facts) {
        String model = ModelNames.key(facts.model());
        OnNode onNode = new OnNode(model, facts.node());
        byModel.computeIfPresent(model, (m, group) -> emptied(group, cell));
        byNode.computeIfPresent(onNode, (m, group) -> emptied(group, cell));
        cell.countedSlots = 0;
        cell.countedBusy = 0;
        cells.remove(facts.id());
    }

    private static @Nullable ModelGroup emptied(ModelGroup group, WorkerCell cell) {
        group.remove(cell);
        return group.size() == 0 ? null : group;
    }

    private static boolean moved(WorkerFacts before, WorkerFacts after) {
        return !before.model().equals(after.model()) || !before.node().equals(after.node());
    }

    @Override
    public Lineup lineup(String model, @Nullable String node) {
        String key = ModelNames.key(model);
        ModelGroup group = node == null ? byModel.get(key) : byNode.get(new OnNode(key, node));
        return group == null ? Lineup.EMPTY : group;
    }

    @Override
    public @Nullable Candidate worker(String id) {
        return cells.get(id);
    }
}
