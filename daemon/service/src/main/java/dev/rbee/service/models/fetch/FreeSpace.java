package dev.rbee.service.models.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much a folder can still take. */
@FunctionalInterface
public interface FreeSpace {
    /** Bytes that can be written there. */
    long usable(Path folder) throws IOException;

    /** As the file system says. */
    static FreeSpace ofDisk() {
        return folder -> Files.getFileStore(folder).getUsableSpace();
    }
}
