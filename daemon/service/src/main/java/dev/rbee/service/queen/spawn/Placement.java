package dev.rbee.service.queen.spawn;

import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.queen.routing.ModelNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the hive for a new worker: has the file, has the memory, works as it should, has the fewest workers. Pure. */
public final class Placement {
    private static final String INSTALLED = "installed";
    private static final double OVERHEAD = 1.2;
    private static final long BASE_BYTES = 300L << 20;

    private Placement() {}

    /** The best hive that has the model; empty where none of those that may be used has it. Throws {@link ProblemException} where none may be used. */
    public static Optional<HiveInfo> best(List<HiveInfo> hives, String model, @Nullable String wanted) {
        return usable(hives, wanted).stream()
                .filter(hive -> entry(hive, model) != null)
                .min(Comparator.comparingInt((HiveInfo hive) -> fits(hive, model) ? 0 : 1)
                        .thenComparingInt(Placement::trust)
                        .thenComparingInt(HiveInfo::workers)
                        .thenComparing(
                                Comparator.comparingLong(Placement::freeBytes).reversed())
                        .thenComparing(HiveInfo::id));
    }

    /** The hives on which work may be started. Throws {@link ProblemException} where that are none. */
    public static List<HiveInfo> usable(List<HiveInfo> hives, @Nullable String wanted) {
        if (wanted == null) {
            List<HiveInfo> online = hives.stream().filter(Placement::takesWork).toList();
            if (online.isEmpty()) {
                throw ProblemException.of(
                        ProblemCode.HIVE_OFFLINE, "No hive is online.", "Start one: the Hives page, or rbee hive.");
            }
            return online;
        }
        HiveInfo hive = hives.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.HIVE_NOT_FOUND,
                        "There is no hive \"" + wanted + "\".",
                        "Known are: "
                                + String.join(
                                        ", ", hives.stream().map(HiveInfo::id).toList()) + "."));
        if (!takesWork(hive)) {
            throw ProblemException.of(
                    hive.status() == HiveState.DRAINING ? ProblemCode.DRAINING : ProblemCode.HIVE_OFFLINE,
                    "Hive " + wanted + " is " + hive.status().wire() + ".",
                    "Start or resume it, or choose another hive.");
        }
        return List.of(hive);
    }

    private static boolean takesWork(HiveInfo hive) {
        return switch (hive.status()) {
            case ONLINE, DEGRADED, SUSPECT -> hive.online();
            case UNKNOWN, STARTING, DRAINING, OFFLINE, STOPPED, ERROR -> false;
        };
    }

    /** One that works as it should before one that does not, and that before one that may be gone. */
    public static int trust(HiveInfo hive) {
        return switch (hive.status()) {
            case ONLINE -> 0;
            case DEGRADED -> 1;
            case SUSPECT -> 2;
            case UNKNOWN, STARTING, DRAINING, OFFLINE, STOPPED, ERROR -> 3;
        };
    }

    /** The hive's usable file of the model, or null. */
    public static @Nullable ModelEntry entry(HiveInfo hive, String model) {
        Capabilities has = hive.capabilities();
        if (has == null) {
            return null;
        }
        return has.models().stream()
                .filter(entry -> entry.state().equals(INSTALLED) && ModelNames.same(entry.id(), model))
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(HiveInfo hive, String model) {
        ModelEntry entry = entry(hive, model);
        return entry != null && entry.sizeBytes() * OVERHEAD + BASE_BYTES <= freeBytes(hive);
    }

    static long freeBytes(HiveInfo hive) {
        if (hive.ramFreeBytes() != null) {
            return hive.ramFreeBytes();
        }
        Capabilities has = hive.capabilities();
        return has == null ? 0 : has.ram().freeBytes();
    }
}
