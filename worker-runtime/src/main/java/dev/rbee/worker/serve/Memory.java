package dev.rbee.worker.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process. */
public final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Memory() {}

    /** Resident bytes where the system says them, else what the Java heap uses. */
    public static long resident() {
        long said = status("VmRSS:");
        return said > 0
                ? said
                : Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The most it has had, where the system says it, else 0. */
    public static long peak() {
        return status("VmHWM:");
    }

    private static long status(String name) {
        try {
            if (Files.isReadable(STATUS)) {
                for (String line : Files.readAllLines(STATUS)) {
                    if (line.startsWith(name)) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
        return 0;
    }
}
