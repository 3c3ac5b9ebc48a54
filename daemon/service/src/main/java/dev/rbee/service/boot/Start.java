package dev.rbee.service.boot;

import java.util.List;
import java.util.Set;

/**
 * What {@code rbee} with these words is.
 *
 * @param program which of the three
 * @param words what that one gets
 */
record Start(Program program, List<String> words) {
    private static final Set<String> DAEMONS = Set.of("queen", "registry");
    private static final Set<String> ALSO_COMMANDS = Set.of("hive", "worker");

    /** The programs of an installation. */
    enum Program {
        /** A command that ends by itself, or a conversation. */
        COMMAND,
        /** The window. */
        APPLICATION,
        /** Runs until it is told to stop. */
        DAEMON
    }

    /** Decides. */
    static Start of(List<String> words, boolean display) {
        if (words.isEmpty()) {
            return new Start(display ? Program.APPLICATION : Program.DAEMON, words);
        }
        String first = words.getFirst();
        if (first.equals("app")) {
            return new Start(Program.APPLICATION, words.subList(1, words.size()));
        }
        if (Display.opened(first)) {
            return new Start(Program.APPLICATION, words);
        }
        boolean alone = words.size() == 1 || words.get(1).startsWith("-");
        boolean daemon = words.contains("--daemon")
                || (alone && DAEMONS.contains(first))
                || (alone && ALSO_COMMANDS.contains(first) && !words.contains("--help") && !words.contains("-h"));
        return new Start(daemon ? Program.DAEMON : Program.COMMAND, words);
    }
}
