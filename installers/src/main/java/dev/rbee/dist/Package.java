package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A package of this system, made by jpackage from an image that is ready.
 *
 * @param type as jpackage names it
 */
record Package(String type) {
    /** What jpackage's own way of finding dependencies misses: the window's libraries are loaded by name. Servers do without. */
    static final String NEEDS = "libc6, zlib1g, libgcc-s1, libstdc++6";

    /** Makes it in {@code order.to()}; its file. Takes as long as compressing takes. */
    Path make(Order order, ProductImage image) throws IOException {
        Path out = order.work().resolve(type);
        RuntimeImage.delete(out);
        Files.createDirectories(out);
        // Every file of the package gets that time at most, as dpkg-deb and rpmbuild promise.
        Map<String, String> environment =
                Map.of("SOURCE_DATE_EPOCH", Long.toString(order.time().getEpochSecond()));
        Tool.run(command(order, image, out), order.work(), environment);
        try (Stream<Path> files = Files.list(out)) {
            Path made = files.filter(file -> file.toString().endsWith("." + type))
                    .findFirst()
                    .orElseThrow(() -> new IOException("jpackage left no ." + type));
            return Files.move(made, order.to().resolve(made.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<String> command(Order order, ProductImage image, Path out) {
        List<String> command = new ArrayList<>(List.of(
                Tool.jdk("jpackage").toString(),
                "--type",
                type,
                "--name",
                Program.COMMAND.name(),
                "--app-version",
                order.version(),
                "--app-image",
                image.root().toString(),
                "--dest",
                out.toString(),
                "--install-dir",
                "/opt",
                "--vendor",
                "rbee",
                "--description",
                "The machines you own, as one private LLM service"));
        Path resources = order.project().resolve("jpackage").resolve("linux");
        if (Files.isDirectory(resources)) {
            command.addAll(List.of("--resource-dir", resources.toString()));
        }
        command.addAll(List.of("--linux-package-deps", NEEDS));
        return command;
    }
}
