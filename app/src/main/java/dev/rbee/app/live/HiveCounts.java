package dev.rbee.app.live;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hives with the workers that are listed now: a hive's own count is as old as its last beat. Pure. */
final class HiveCounts {
    private HiveCounts() {}

    static Map<String, HiveInfo> of(FleetView view) {
        Map<String, Integer> counts = new HashMap<>();
        for (WorkerInfo worker : view.workers().values()) {
            counts.merge(worker.nodeName(), 1, Integer::sum);
        }
        Map<String, HiveInfo> counted = new LinkedHashMap<>();
        view.hives().forEach((id, hive) -> counted.put(id, with(hive, counts.getOrDefault(id, 0))));
        return counted;
    }

    private static HiveInfo with(HiveInfo hive, int workers) {
        return new HiveInfo(
                hive.id(),
                hive.hiveId(),
                hive.hostname(),
                hive.port(),
                hive.url(),
                hive.mode(),
                hive.status(),
                hive.online(),
                hive.version(),
                hive.pid(),
                hive.lastSeen(),
                workers,
                hive.capabilities(),
                hive.ramFreeBytes(),
                hive.cpuLoad(),
                hive.since(),
                hive.message());
    }
}
