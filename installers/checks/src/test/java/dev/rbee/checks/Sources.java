package dev.rbee.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Java sources of the checkout, build output left out. */
final class Sources {
    private Sources() {}

    /** The root of the checkout, as Maven names it. */
    static Path root() {
        return Path.of(System.getProperty("rbee.root", "."));
    }

    /** Every {@code .java} file under a {@code src} folder, sorted by path. Reads the file system. */
    static List<Path> java() throws IOException {
        try (var files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .filter(file ->
                            !root().relativize(file).toString().matches("(.*/)?(target|\\.git|node_modules)/.*"))
                    .sorted()
                    .toList();
        }
    }
}
