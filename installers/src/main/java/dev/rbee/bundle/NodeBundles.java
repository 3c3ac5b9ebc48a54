package dev.rbee.bundle;

import dev.rbee.service.archive.TarGz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Puts the bundles beside the product: {@code node/rbee-node-<version>-<hash>-linux-x64.tar.gz} for machines like this one, {@code -portable} for all
 * others that have a Java, each with its SHA-256 beside it. One that is there already for the same inputs is left alone.
 *
 * @param image the product, with {@code lib} and {@code assets}
 * @param own further files, {@code bin}
 * @param files that lie at its top
 * @param version of rbee
 */
public record NodeBundles(Path image, Path own, List<Path> files, String version, Appendable told) {
    /** Only queen and application need these: database, SSH, figures, annotations. */
    private static final List<String> LEFT_OUT = List.of(
            "sqlite-jdbc-",
            "jsch-",
            "micrometer-",
            "prometheus-metrics-",
            "HdrHistogram-",
            "LatencyUtils-",
            "annotations-",
            "jspecify-");

    private static final String PREFIX = "rbee-node-";
    private static final String SUFFIX = ".tar.gz";

    /** Makes what is missing, for {@code target} with that runtime, and without one. */
    void build(Optional<Target> target, Optional<RuntimeImage> runtime) throws IOException {
        Files.createDirectories(folder());
        if (target.isPresent() && runtime.isPresent()) {
            Contents contents = contents(target.get()::wants, target.get().suffix());
            contents.input(runtime.get().key());
            contents.addFolder("runtime", runtime.get().folder(), false);
            write(contents, target.get().suffix());
        }
        write(contents(entry -> true, "all"), "portable");
    }

    /** Whether a hive or a worker needs a jar of that name. */
    public static boolean wanted(String jar) {
        return LEFT_OUT.stream().noneMatch(jar::startsWith);
    }

    private Path folder() {
        return image.resolve("node");
    }

    private Contents contents(Predicate<String> wanted, String natives) throws IOException {
        Contents contents = new Contents(version);
        contents.input(natives);
        for (Path jar : Contents.files(image.resolve("lib"))) {
            String name = String.valueOf(jar.getFileName());
            if (wanted(name)) {
                contents.addFile("lib/" + name, false, jar);
                contents.add("lib/" + name, false, () -> JarFile.repacked(jar, wanted));
            }
        }
        Path assets = image.resolve("assets");
        contents.addFolder("assets/models", assets.resolve("models"), true);
        contents.addFile("assets/library.json", false, assets.resolve("library.json"));
        for (Path program : Contents.files(own.resolve("bin"))) {
            contents.addFile("bin/" + program.getFileName(), true, program);
        }
        for (Path file : files) {
            contents.addFile(String.valueOf(file.getFileName()), false, file);
        }
        return contents;
    }

    private void write(Contents contents, String suffix) throws IOException {
        String full = version + "-" + contents.hash();
        Path file = folder().resolve(PREFIX + full + "-" + suffix + SUFFIX);
        Path sum = file.resolveSibling(file.getFileName() + ".sha256");
        if (Files.exists(file) && Files.exists(sum)) {
            return;
        }
        deleteOthers(suffix);
        contents.add("VERSION", false, () -> (full + "\n").getBytes(StandardCharsets.UTF_8));
        Path part = folder().resolve("new." + suffix);
        String hash = TarGz.write(part, contents.items());
        Files.writeString(sum, hash + "  " + file.getFileName() + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        told.append(
                String.format(Locale.ROOT, "node bundle %s: %.1f MB%n", file.getFileName(), Files.size(file) / 1e6));
    }

    private void deleteOthers(String suffix) throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            for (Path old : all.toList()) {
                String name = String.valueOf(old.getFileName());
                if (name.startsWith(PREFIX)
                        && (name.endsWith("-" + suffix + SUFFIX) || name.endsWith("-" + suffix + SUFFIX + ".sha256"))) {
                    Files.delete(old);
                }
            }
        }
    }
}
