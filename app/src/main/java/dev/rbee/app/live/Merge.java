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
        queens.forEach(hive -> all.put(hive.id(), hive(hive, hive, HiveState.UNKNOWN, false)));
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
        return hive(before, now, told ? before.status() : now.status(), now.online());
    }

    /** What the queen knew, at the place and the time of {@code where}. */
    private static HiveInfo hive(HiveInfo queens, HiveInfo where, HiveState state, boolean online) {
        return new HiveInfo(
                queens.id(),
                queens.hiveId(),
                where.hostname(),
                where.port(),
                where.url(),
                queens.mode(),
                state,
                online,
                queens.version(),
                queens.pid(),
                where.lastSeen(),
                queens.workers(),
                queens.capabilities(),
                queens.ramFreeBytes(),
                queens.cpuLoad(),
                queens.since(),
                queens.message(),
                queens.epoch());
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
