package dev.rbee.service.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How this rbee came onto the machine, which decides how a new version does.
 *
 * @param kind as in the feed: {@code image}, {@code deb}, {@code rpm}, {@code msi}, {@code dmg}; empty: built from its sources
 * @param root folder of the whole installation; null: built from its sources
 */
public record InstalledAs(String kind, @Nullable Path root) {
    /** A checkout: git brings new versions. */
    public static final InstalledAs SOURCES = new InstalledAs("", null);

    private static final List<Path> LISTS = List.of(Path.of("/var/lib/dpkg/info"));

    /** Of a program that runs on that Java. Looks at the disk. */
    public static InstalledAs of(Path javaHome, String osName) {
        return of(javaHome, osName, LISTS);
    }

    /** The same with other places for the lists of files that dpkg keeps. */
    static InstalledAs of(Path javaHome, String osName, List<Path> lists) {
        Path root = root(javaHome);
        if (root == null) {
            return SOURCES;
        }
        if (osName.startsWith("Windows")) {
            return new InstalledAs("msi", root);
        }
        if (osName.startsWith("Mac")) {
            return new InstalledAs(Files.isWritable(above(root)) ? "image" : "dmg", root);
        }
        if (lists.stream().anyMatch(folder -> names(folder, root))) {
            return new InstalledAs("deb", root);
        }
        return new InstalledAs(Files.isWritable(root) && Files.isWritable(above(root)) ? "image" : "rpm", root);
    }

    /** The folder around a runtime that came with rbee; null where it is a Java of its own. */
    private static @Nullable Path root(Path javaHome) {
        for (String inside : new String[] {"lib/runtime", "Contents/runtime/Contents/Home", "runtime"}) {
            if (javaHome.endsWith(inside)) {
                Path root = javaHome;
                for (int i = 0; i < Path.of(inside).getNameCount() && root != null; i++) {
                    root = root.getParent();
                }
                return root;
            }
        }
        return null;
    }

    private static Path above(Path root) {
        Path parent = root.getParent();
        return parent == null ? root : parent;
    }

    /** Whether a package of that folder of lists has brought it. */
    private static boolean names(Path folder, Path root) {
        Path list = folder.resolve("rbee.list");
        try {
            return Files.isRegularFile(list) && Files.readAllLines(list).contains(root.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether rbee can put a new version in its place by itself. */
    public boolean byItself() {
        return kind.equals("image");
    }

    /** The command that installs that file, which may be of an {@code older} version; empty where rbee does it by itself. */
    public List<String> command(Path file, boolean older) {
        return switch (kind) {
            case "deb" ->
                older
                        ? List.of("sudo", "apt", "install", "--allow-downgrades", file.toString())
                        : List.of("sudo", "apt", "install", file.toString());
            case "rpm" ->
                older
                        ? List.of("sudo", "rpm", "-U", "--oldpackage", file.toString())
                        : List.of("sudo", "rpm", "-U", file.toString());
            case "msi" -> List.of("msiexec", "/i", file.toString());
            case "dmg" -> List.of("open", file.toString());
            default -> List.of();
        };
    }
}
