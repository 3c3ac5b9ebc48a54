package dev.rbee.app.live;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Hives with the workers that are listed now: a hive's own count is as old as its last beat. Costs by what changed. */
final class HiveCounts {
    private final Map<String, String> homes = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** What became of the hives, seen with the workers of that news. Each news must come here once. */
    Delta<HiveInfo> of(FleetNews news) {
        Set<String> touched = new HashSet<>();
        Delta<WorkerInfo> workers = news.workers();
        if (workers.all()) {
            touched.addAll(counts.keySet());
            homes.clear();
            counts.clear();
        }
        workers.gone().forEach(id -> leave(id, touched));
        workers.values().forEach((id, worker) -> {
            if (!worker.nodeName().equals(homes.get(id))) {
                leave(id, touched);
                homes.put(id, worker.nodeName());
                counts.merge(worker.nodeName(), 1, Integer::sum);
                touched.add(worker.nodeName());
            }
        });
        Map<String, HiveInfo> counted = new LinkedHashMap<>();
        Delta<HiveInfo> hives = news.hives();
        hives.values().forEach((id, hive) -> counted.put(id, with(hive)));
        if (!hives.all()) {
            for (String id : touched) {
                HiveInfo hive = news.view().hives().get(id);
                if (hive != null) {
                    counted.put(id, with(hive));
                }
            }
        }
        return new Delta<>(counted, hives.gone(), hives.all());
    }

    private void leave(String worker, Set<String> touched) {
        String home = homes.remove(worker);
        if (home != null) {
            counts.merge(home, -1, Integer::sum);
            touched.add(home);
        }
    }

    private HiveInfo with(HiveInfo hive) {
        int workers = counts.getOrDefault(hive.id(), 0);
        if (workers == hive.workers()) {
            return hive;
        }
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
                hive.message(),
                hive.epoch());
    }
}
