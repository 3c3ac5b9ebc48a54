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
        try {
            if (Files.isReadable(STATUS)) {
                for (String line : Files.readAllLines(STATUS)) {
                    if (line.startsWith("VmRSS:")) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            // said otherwise below
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
