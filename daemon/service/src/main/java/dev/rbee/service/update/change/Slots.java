package dev.rbee.service.update.change;

import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An installation and the folders beside it. All lie on one file system, so that they can be exchanged.
 *
 * @param root where the version in force is
 */
public record Slots(Path root) {
    private static final String MARK = ".rbee-version";

    /** Where the new version waits, and after the exchange the one before. */
    public Path other() {
        return beside("other");
    }

    /** Where the new version is unpacked. */
    public Path unpacking() {
        return beside("unpacking");
    }

    /** A second look at the version before, which the exchange does not move: the changing program runs from there. */
    public Path keeper() {
        return beside("keeper");
    }

    private Path beside(String what) {
        return Objects.requireNonNull(root.getParent(), "an installation is in a folder")
                .resolve("." + root.getFileName() + "." + what);
    }

    /** The program to be started in such a folder. */
    public static Path program(Path image) {
        Path mac = image.resolve("Contents/MacOS/rbee");
        return Files.exists(mac) ? mac : image.resolve("bin/rbee");
    }

    /** Whether that folder has an application besides the daemons. */
    static boolean hasWindow(Path image) {
        return List.of("lib/app/app", "Contents/app/app").stream()
                .anyMatch(app -> Files.isDirectory(image.resolve(app)));
    }

    /** The version that was staged in that folder; null where it came in another way. */
    static @Nullable String version(Path image) {
        try {
            return Files.readString(image.resolve(MARK)).strip();
        } catch (IOException e) {
            return null;
        }
    }

    /** Says which version that folder holds. */
    static void mark(Path image, String version) throws IOException {
        PrivateFiles.replace(image.resolve(MARK), version + "\n");
    }

    /** Whether that version is in force. */
    boolean inForce(String version) {
        return version.equals(version(root));
    }

    /** Deletes a folder and all in it; nothing where it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
