package dev.rbee.app.live;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.workers.WorkerInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the queen said last together with what the registry says now: the registry knows who lives and where, and nothing else. Pure. */
final class Merge {
    private Merge() {}

    /** All that the queen knew; those that the registry does not list are in a state nobody knows. */
    static List<HiveInfo> hives(Collection<HiveInfo> queens, List<HiveInfo> listed) {
        Map<String, HiveInfo> all = new LinkedHashMap<>();
        queens.forEach(hive -> all.put(hive.id(), state(hive, HiveState.UNKNOWN, false)));
        for (HiveInfo now : listed) {
            HiveInfo before = queens.stream()
                    .filter(hive -> hive.id().equals(now.id()))
                    .findFirst()
                    .orElse(null);
            all.put(now.id(), before == null ? now : hive(before, now));
        }
        return new ArrayList<>(all.values());
    }

    /** Those that the registry lists: whoever is not there any more cannot be asked. */
    static List<WorkerInfo> workers(Map<String, WorkerInfo> queens, List<WorkerInfo> listed) {
        return listed.stream().map(now -> worker(queens.get(now.id()), now)).toList();
    }

    private static HiveInfo hive(HiveInfo before, HiveInfo now) {
        boolean told = before.online() == now.online() && before.status() != HiveState.UNKNOWN;
        HiveInfo alive = state(before, told ? before.status() : now.status(), now.online());
        return seen(alive, now);
    }

    private static HiveInfo state(HiveInfo hive, HiveState state, boolean online) {
        return new HiveInfo(
                hive.id(),
                hive.hiveId(),
                hive.hostname(),
                hive.port(),
                hive.url(),
                hive.mode(),
                state,
                online,
                hive.version(),
                hive.pid(),
                hive.lastSeen(),
                hive.workers(),
                hive.capabilities(),
                hive.ramFreeBytes(),
                hive.cpuLoad(),
                hive.since(),
                hive.message(),
                hive.epoch());
    }

    private static HiveInfo seen(HiveInfo hive, HiveInfo now) {
        return new HiveInfo(
                hive.id(),
                hive.hiveId(),
                now.hostname(),
                now.port(),
                now.url(),
                hive.mode(),
                hive.status(),
                hive.online(),
                hive.version(),
                hive.pid(),
                now.lastSeen(),
                hive.workers(),
                hive.capabilities(),
                hive.ramFreeBytes(),
                hive.cpuLoad(),
                hive.since(),
                hive.message(),
                hive.epoch());
    }

    private static WorkerInfo worker(@Nullable WorkerInfo before, WorkerInfo now) {
        if (before == null) {
            return now;
        }
        return new WorkerInfo(
                now.id(),
                now.workerId(),
                now.url(),
                now.modelRef(),
                before.backend(),
                before.device(),
                now.state(),
                now.slotsTotal(),
                now.slotsAvailable(),
                now.slotsBusy(),
                before.vramBytes(),
                before.nodeName(),
                before.epoch(),
                before.pid(),
                now.lastSeen(),
                now.online(),
                before.tokensPerSecond(),
                before.version(),
                before.implementation(),
                before.context(),
                before.memoryBytes(),
                before.online() == now.online() ? before.since() : now.since(),
                now.embedding(),
                now.chat(),
                before.run());
    }
}
