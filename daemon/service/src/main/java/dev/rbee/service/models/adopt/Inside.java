package dev.rbee.service.models.adopt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a folder of somebody else without being led out of it. Reads the disk. */
public final class Inside {
    private static final int MOST = 20_000;

    private Inside() {}

    /** The real path of a regular file under {@code root} (itself real); empty where a link leads out of it, or to no file. */
    public static Optional<Path> file(Path root, Path file) {
        try {
            Path real = file.toRealPath();
            return real.startsWith(root) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What lies in a folder, sorted, hidden entries left out; empty where it cannot be read. */
    public static List<Path> list(Path folder) {
        try {
            return listed(folder);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The same; throws where it cannot be read. */
    public static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(entries.limit(MOST)
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .sorted()
                    .toList());
        }
    }

    /** The folders in it; links are none. */
    public static List<Path> folders(Path folder) {
        return list(folder).stream()
                .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }
}
