package dev.rbee.service.queen.health;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.workers.WorkerInfo;
import dev.rbee.service.queen.hives.HiveRegistry;
import dev.rbee.service.queen.store.Nodes;
import dev.rbee.service.queen.workers.WorkerLists;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an eye on machines that should run models on a GPU, and calls their hives degraded when they do not. A GPU that was there once
 * is expected from then on, unless somebody has said otherwise. {@link #tick} is for one thread; the rest is thread-safe.
 */
public final class GpuWatch {
    /** The table is read again after so many ticks, for what others have written. */
    private static final int EVERY = 30;

    private final HiveRegistry hives;
    private final WorkerLists workers;
    private final Nodes nodes;
    private final Map<String, Boolean> expected = new ConcurrentHashMap<>();
    private int ticks;

    /** Over those parts. */
    public GpuWatch(HiveRegistry hives, WorkerLists workers, Nodes nodes) {
        this.hives = hives;
        this.workers = workers;
        this.nodes = nodes;
    }

    /** Looks at all hives; to be called every second. Blocks on the disk now and then. */
    public void tick() {
        if (ticks++ % EVERY == 0) {
            read();
        }
        List<HiveInfo> all = hives.list();
        Map<String, List<WorkerInfo>> byHive = all.stream().anyMatch(GpuWatch::concerned)
                ? workers.list().stream().collect(Collectors.groupingBy(WorkerInfo::nodeName))
                : Map.of();
        for (HiveInfo hive : all) {
            learn(hive);
            String why = GpuRule.ailment(
                            hive.capabilities(), expected.get(hive.id()), byHive.getOrDefault(hive.id(), List.of()))
                    .orElse(null);
            hives.ailment(hive.id(), why);
        }
    }

    /**
     * Says whether models should run on a GPU there; null: if it has one. Throws {@code hive_not_found}. Blocks on the disk.
     */
    public HiveInfo expect(String id, @Nullable Boolean gpu) {
        var _ = hives.get(id);
        nodes.expectGpu(id, gpu);
        note(id, gpu);
        List<WorkerInfo> own = workers.findByNode(id);
        hives.ailment(
                id, GpuRule.ailment(hives.get(id).capabilities(), gpu, own).orElse(null));
        return hives.get(id);
    }

    private static boolean concerned(HiveInfo hive) {
        Capabilities has = hive.capabilities();
        return has != null && GpuRule.usable(has);
    }

    private void learn(HiveInfo hive) {
        if (hive.online() && concerned(hive) && !expected.containsKey(hive.id())) {
            nodes.gpuSeen(hive.id());
            nodes.get(hive.id()).ifPresent(node -> note(node.nodeName(), node.expectGpu()));
        }
    }

    private void read() {
        for (Node node : nodes.all()) {
            note(node.nodeName(), node.expectGpu());
        }
    }

    private void note(String id, @Nullable Boolean gpu) {
        if (gpu == null) {
            expected.remove(id);
        } else {
            expected.put(id, gpu);
        }
    }
}
