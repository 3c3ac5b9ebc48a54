package dev.rbee.app.home;

import dev.rbee.contract.hives.HiveInfo;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which hives are worth a look. Pure. */
final class Fullest {
    private Fullest() {}

    /** All of them as they come where they are few; else those with the least free memory for their size, by their names. */
    static List<HiveInfo> of(Collection<HiveInfo> hives, int most) {
        if (hives.size() <= most) {
            return List.copyOf(hives);
        }
        return hives.stream()
                .sorted(Comparator.comparing((HiveInfo hive) -> !hive.online())
                        .thenComparingDouble(Fullest::free)
                        .thenComparing(HiveInfo::id))
                .limit(most)
                .sorted(Comparator.comparing(HiveInfo::id))
                .toList();
    }

    private static double free(HiveInfo hive) {
        List<Pool> pools = Pool.of(hive, List.of());
        return pools.isEmpty()
                ? 1
                : pools.getFirst().free()
                        / (double) Math.max(1, pools.getFirst().total());
    }
}
