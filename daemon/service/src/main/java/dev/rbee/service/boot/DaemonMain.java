package dev.rbee.service.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The program {@code rbee-daemon}: {@code rbee --daemon}, or the part that is named. */
public final class DaemonMain {
    private static final Set<String> PARTS = Set.of("queen", "registry", "hive", "worker");

    private DaemonMain() {}

    /** Runs until it is told to stop. */
    public static void main(String[] args) {
        Main.main(words(List.of(args)).toArray(String[]::new));
    }

    static List<String> words(List<String> given) {
        if (given.contains("--daemon") || (!given.isEmpty() && PARTS.contains(given.getFirst()))) {
            return given;
        }
        List<String> words = new ArrayList<>();
        words.add("--daemon");
        words.addAll(given);
        return words;
    }
}
