package dev.rbee.worker.llamaserver;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which flags a build knows, read from what it says of itself: they come and go between versions. Pure. */
final class ProgramFlags {
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--?[a-zA-Z][a-zA-Z0-9-]*");

    private final Set<String> known;
    private final boolean flashTakesValue;

    private ProgramFlags(Set<String> known, boolean flashTakesValue) {
        this.known = known;
        this.flashTakesValue = flashTakesValue;
    }

    /** Of the output of {@code --help}. */
    static ProgramFlags of(String help) {
        Set<String> known = new HashSet<>();
        boolean value = false;
        for (String line : help.split("\n", -1)) {
            if (!line.startsWith("-")) {
                continue;
            }
            // Behind the flags stands their explanation, which may name others that are gone.
            String flags = line.split("(?<!,) {3,}", 2)[0];
            Matcher each = FLAG.matcher(flags);
            while (each.find()) {
                known.add(each.group());
            }
            value |= flags.contains("--flash-attn") && flags.contains("on|off");
        }
        return new ProgramFlags(Set.copyOf(known), value);
    }

    boolean has(String flag) {
        return known.contains(flag);
    }

    /** Older builds only know how to turn flash attention on. */
    boolean flashTakesValue() {
        return flashTakesValue;
    }
}
