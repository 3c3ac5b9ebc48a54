package dev.rbee.app.settings.places;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A place where something is kept.
 *
 * @param key what is kept: {@code models}, {@code engines}, {@code chats}, {@code logs}, {@code database}, {@code other}
 * @param path folder, or the file where it is one
 * @param bytes it takes there
 * @param files how many
 */
record Place(String key, Path path, long bytes, long files) {
    /** Counts what lies there; symbolic links are not followed. Reads the disk, seconds where there is much. */
    static Place of(String key, Path path, List<Path> roots) throws IOException {
        long[] sum = new long[2];
        for (Path root : roots) {
            if (!Files.exists(root)) {
                continue;
            }
            var _ = Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Thread.currentThread().isInterrupted()) {
                        return FileVisitResult.TERMINATE;
                    }
                    if (attributes.isRegularFile()) {
                        sum[0] += attributes.size();
                        sum[1]++;
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return new Place(key, path, sum[0], sum[1]);
    }
}
