package dev.rbee.service.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives the files of an installation the time they had when it was made: start-up caches know their jars by it, and the installer of Windows
 * keeps it in local time and to two seconds. Called once by that installer.
 */
public final class FileTimes {
    private static final String NOTE = "files.time";

    private FileTimes() {}

    /** Sets them in the installation {@code args[0]}; exits with 1 where it could not. */
    public static void main(String[] args) {
        try {
            restore(
                    Path.of(args[0]).toRealPath().resolve("app"),
                    Path.of(args[0]).toRealPath());
        } catch (IOException | RuntimeException e) {
            System.err.println("rbee: " + e);
            System.exit(1);
        }
    }

    /** Notes the time of all files in {@code app}, the folder of what is ours. */
    public static void note(Path app, Instant time) throws IOException {
        Files.writeString(app.resolve(NOTE), time + "\n");
    }

    /** Sets all files below {@code root} to what is noted in {@code app}. Blocks. */
    static void restore(Path app, Path root) throws IOException {
        FileTime time =
                FileTime.from(Instant.parse(Files.readString(app.resolve(NOTE)).strip()));
        List<Path> all;
        try (Stream<Path> below = Files.walk(root)) {
            all = below.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            Files.setLastModifiedTime(file, time);
        }
    }
}
