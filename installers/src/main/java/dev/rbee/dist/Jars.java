package dev.rbee.dist;

import dev.rbee.bundle.JarFile;
import dev.rbee.bundle.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The jars of an installation, as paths below its folder, in the order of class paths.
 *
 * @param lib daemons, commands and workers
 * @param app the application's
 */
record Jars(List<String> lib, List<String> app) {
    /** Those that lie in {@code folder}. */
    static Jars in(Path folder) throws IOException {
        return new Jars(names(folder, "lib"), names(folder, "app"));
    }

    private static List<String> names(Path folder, String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.map(file -> below + "/" + file.getFileName())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Copies the product's jars: without what is compiled for other systems, uncompressed, since packages compress as a whole and classes are read
     * faster so; the application's {@link Styles} in both forms; JavaFX's own libraries beside its jars, where it looks before it would unpack them into the user's home.
     */
    static Jars copied(Path image, Path to, Target target) throws IOException {
        for (String below : List.of("lib", "app")) {
            Files.createDirectories(to.resolve(below));
        }
        Jars product = in(image);
        for (String jar :
                Stream.concat(product.lib().stream(), product.app().stream()).toList()) {
            boolean window = jar.startsWith("app/javafx-");
            Predicate<String> wanted = window ? entry -> !library(entry) : target::wants;
            SortedMap<String, byte[]> styles =
                    jar.startsWith("app/rbee-") ? Styles.binary(image.resolve(jar), to) : Collections.emptySortedMap();
            Files.write(to.resolve(jar), JarFile.repacked(image.resolve(jar), wanted, styles));
            if (window) {
                JarFile.unpack(image.resolve(jar), Jars::library, to.resolve("app"));
            }
        }
        return product;
    }

    private static boolean library(String entry) {
        return !entry.contains("/") && (entry.endsWith(".so") || entry.endsWith(".dylib") || entry.endsWith(".dll"));
    }
}
