package dev.rbee.service.cli;

import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which hive a command means. Pure but for the question. */
final class OneHive {
    private OneHive() {}

    /** The named one; else this machine's, else the only one. Throws {@code hive_not_found} or {@code hive_offline}. */
    static HiveInfo of(Link link, @Nullable String wanted) {
        List<HiveInfo> all = link.queen().hives();
        return wanted == null ? obvious(all) : named(all, wanted);
    }

    /** The one on the queen's own machine. Throws {@code hive_offline}. */
    static HiveInfo local(Link link) {
        return link.queen().hives().stream()
                .filter(hive -> hive.mode() == HiveMode.LOCAL && hive.online())
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.HIVE_OFFLINE,
                        "That queen has no hive on this machine that is online.",
                        "See `rbee hive list`."));
    }

    private static HiveInfo named(List<HiveInfo> all, String wanted) {
        return all.stream()
                .filter(hive -> hive.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.HIVE_NOT_FOUND,
                        "There is no hive \"" + wanted + "\".",
                        "There are: " + ids(all) + "."));
    }

    private static HiveInfo obvious(List<HiveInfo> all) {
        List<HiveInfo> online = all.stream().filter(HiveInfo::online).toList();
        if (online.isEmpty()) {
            throw ProblemException.of(ProblemCode.HIVE_OFFLINE, "No hive is online.", "See `rbee hive list`.");
        }
        return online.stream()
                .filter(hive -> hive.mode() == HiveMode.LOCAL)
                .findFirst()
                .or(() -> online.size() == 1 ? online.stream().findFirst() : java.util.Optional.empty())
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.HIVE_NOT_FOUND,
                        "There are several hives, and none is on this machine.",
                        "Say which with --hive: " + ids(online) + "."));
    }

    private static String ids(List<HiveInfo> hives) {
        return hives.isEmpty()
                ? "none"
                : hives.stream().map(HiveInfo::id).sorted().collect(Collectors.joining(", "));
    }
}
