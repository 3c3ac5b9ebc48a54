package dev.rbee.service.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Which streams of a process a person sits at. Java tells input and output together only; Linux says where each one leads.
 *
 * @param descriptors the folder with a link for each open stream; where there is none, Java's guess counts for all three
 */
record Streams(Path descriptors) {
    /** Those of this process. */
    static final Streams OF_PROCESS = new Streams(Path.of("/proc/self/fd"));

    /** The numbers of those that are terminals, as in {@code 02}. Reads the disk. */
    String terminals() {
        if (!Files.isDirectory(descriptors)) {
            return Objects.requireNonNull(System.console()).isTerminal() ? "012" : "";
        }
        StringBuilder found = new StringBuilder();
        for (int i = 0; i <= 2; i++) {
            if (terminal(descriptors.resolve(Integer.toString(i)))) {
                found.append(i);
            }
        }
        return found.toString();
    }

    private static boolean terminal(Path link) {
        try {
            String to = Files.readSymbolicLink(link).toString();
            return to.startsWith("/dev/pts/") || to.startsWith("/dev/tty") || to.equals("/dev/console");
        } catch (IOException e) {
            return false; // closed
        }
    }
}
