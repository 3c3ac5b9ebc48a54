package dev.rbee.service.update.change;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A program of this version that goes on while its installation is exchanged: it runs from a second set of names for the same files, which cost no
 * room on the disk, or from copies where the file system has no such names.
 */
final class Keeper {
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED");

    private Keeper() {}

    /** Gives every file below {@code from} a second name below {@code to}, which is new afterwards. Blocks. */
    static void link(Path from, Path to) throws IOException {
        Slots.delete(to);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                second(file, to.resolve(from.relativize(file)), attributes);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void second(Path file, Path name, BasicFileAttributes attributes) throws IOException {
        try {
            if (attributes.isRegularFile()) {
                Files.createLink(name, file);
                return;
            }
        } catch (IOException | UnsupportedOperationException e) {
            // a copy does as well
        }
        Files.copy(
                file,
                name,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The command line of a main class of ours. What lies in the installation is taken from the keeper.
     *
     * @param java the program that runs this one
     */
    static List<String> command(Slots slots, Path java, String classPath, Class<?> main) {
        List<String> command = new ArrayList<>(detached());
        command.add(moved(slots, java).toString());
        command.addAll(FLAGS);
        command.add("-cp");
        command.add(Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> moved(slots, Path.of(entry)).toString())
                .collect(Collectors.joining(File.pathSeparator)));
        command.add(main.getName());
        return command;
    }

    /** The same for a program that runs from the keeper already. */
    static List<String> again(Class<?> main) {
        return command(
                new Slots(Path.of("/nowhere")),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                main);
    }

    /** A session of its own: the end of a terminal is not its end. */
    private static List<String> detached() {
        Path setsid = Path.of("/usr/bin/setsid");
        return Files.isExecutable(setsid) ? List.of(setsid.toString()) : List.of();
    }

    private static Path moved(Slots slots, Path path) {
        return path.startsWith(slots.root())
                ? slots.keeper().resolve(slots.root().relativize(path))
                : path;
    }
}
