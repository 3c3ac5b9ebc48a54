package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The package of Fedora, openSUSE and their like: the very files of the .deb, described to rpm. What the scripts of the .deb do on installing
 * and removing, {@code jpackage/rpm/rbee.spec} does.
 */
final class Rpm {
    private final Order order;

    Rpm(Order order) {
        this.order = order;
    }

    /** rpm separates a preview by a tilde, which sorts before the release. */
    static String version(String version) {
        return version.replace('-', '~');
    }

    /** Makes it of that .deb in {@code order.to()}; its file. Takes as long as compressing takes. */
    Path make(Path deb) throws IOException {
        Path top = order.work().resolve("rpm");
        RuntimeImage.delete(top);
        Path tree = Files.createDirectories(top.resolve("tree"));
        run(List.of("dpkg-deb", "--extract", deb.toString(), tree.toString()));
        Path list = top.resolve("files");
        Files.write(list, files(tree));
        run(command(top, tree, list));
        try (Stream<Path> made = Files.walk(top.resolve("made"))) {
            Path rpm = made.filter(file -> file.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("rpmbuild left no .rpm"));
            Path to = order.to().resolve(rpm.getFileName());
            Files.deleteIfExists(to);
            return Files.move(rpm, to);
        }
    }

    private List<String> command(Path top, Path tree, Path list) {
        List<String> command = new ArrayList<>(List.of("rpmbuild", "-bb", "--quiet"));
        Map.of(
                        "_topdir", top.toString(),
                        "_rpmdir", top.resolve("made").toString(),
                        "rbee_version", version(order.version()),
                        "rbee_tree", tree.toString(),
                        "rbee_files", list.toString())
                .forEach((name, value) -> command.addAll(List.of("--define", name + " " + value)));
        command.add(order.project().resolve("jpackage/rpm/rbee.spec").toString());
        return command;
    }

    /** What the package owns, in the words of rpm: all files, and of folders those that are its own alone. */
    static List<String> files(Path tree) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted().toList()) {
                String name = "/" + tree.relativize(path);
                boolean folder = Files.isDirectory(path) && !Files.isSymbolicLink(path);
                if (!folder && !name.startsWith("/usr/share/doc/")) {
                    lines.add("\"" + name + (name.startsWith("/usr/share/man/") ? "*" : "") + "\"");
                } else if (folder && name.matches("(/opt|/usr/share/doc)/rbee(/.*)?")) {
                    lines.add("%dir \"" + name + "\"");
                } else if (!folder) {
                    lines.add("%doc \"" + name + "\"");
                }
            }
        }
        return lines;
    }

    private void run(List<String> command) throws IOException {
        Tool.run(
                command,
                order.work(),
                Map.of("SOURCE_DATE_EPOCH", Long.toString(order.time().getEpochSecond())));
    }
}
