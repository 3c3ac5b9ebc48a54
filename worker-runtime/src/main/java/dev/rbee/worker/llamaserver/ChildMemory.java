package dev.rbee.worker.llamaserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of the child where the system says it, else 0. */
record ChildMemory(long pid) {
    /** Resident bytes now. */
    long resident() {
        return read("VmRSS:");
    }

    /** The most it has had. */
    long peak() {
        return read("VmHWM:");
    }

    private long read(String name) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            if (Files.isReadable(status)) {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith(name)) {
                        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0; // it has just ended
        }
        return 0;
    }
}
