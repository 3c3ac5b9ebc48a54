package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packages of this system, by the names of their types.
 *
 * @param order as ordered
 * @param image that is ready
 * @param target this system, in names of files
 */
record Packages(Order order, ProductImage image, String target) {
    /** Types of a system; the first is what it gets where nothing is said. */
    static List<String> of(Layout layout) {
        return switch (layout) {
            case LINUX -> List.of("deb", "rpm", "image");
            case WINDOWS -> List.of("msi", "exe", "image");
            case MACOS -> List.of("dmg", "pkg", "image");
        };
    }

    /** What those words mean: {@code native} is the system's own, no word the image alone. */
    static List<String> wanted(String types, Layout layout) {
        return Stream.of(types.split("\\s+"))
                .filter(type -> !type.isEmpty())
                .map(type -> type.equals("native") ? of(layout).getFirst() : type)
                .toList();
    }

    /** Makes and signs it; its file. */
    Path make(String type) throws IOException {
        if (!of(image.layout()).contains(type)) {
            throw new IOException("this system has no " + type + ", only " + of(image.layout()));
        }
        Path made = switch (type) {
            case "deb" -> new Deb(order, image).make();
            case "rpm" -> new Rpm(order).make(deb());
            case "msi", "exe" -> windows(type);
            case "dmg" -> new MacPackages(order, image.root()).dmg(file(type));
            case "pkg" -> new MacPackages(order, image.root()).pkg(file(type));
            default -> archive();
        };
        Signer.of(order.project(), image.layout()).sign(Signer.Stage.PACKAGE, made);
        return made;
    }

    private Path file(String suffix) {
        return order.to().resolve("rbee-" + order.version() + "-" + target + "." + suffix);
    }

    /** The one that was made just now, else a new one. */
    private Path deb() throws IOException {
        try (Stream<Path> files = Files.list(order.to())) {
            String start = "rbee_" + order.version() + "_";
            List<Path> made = files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(start) && name.endsWith(".deb");
                    })
                    .toList();
            return made.isEmpty() ? new Deb(order, image).make() : made.getFirst();
        }
    }

    private Path windows(String type) throws IOException {
        Path out = order.work().resolve(type);
        RuntimeImage.delete(out);
        Files.createDirectories(out);
        Tool.run(WindowsPackages.command(type, order, image.root(), out), order.work(), Map.of());
        try (Stream<Path> files = Files.list(out)) {
            Path made = files.filter(file -> file.toString().endsWith("." + type))
                    .findFirst()
                    .orElseThrow(() -> new IOException("jpackage left no ." + type));
            return Files.move(made, file(type), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The image as it is, for whoever may not or will not install; also what replaces one of these on an update. */
    private Path archive() throws IOException {
        Path file = file("tar.gz");
        String folder = String.valueOf(image.root().getFileName());
        Tool.run(
                List.of(
                        "tar",
                        "-czf",
                        file.toString(),
                        "-C",
                        image.root().resolveSibling("").toString(),
                        folder),
                order.work(),
                Map.of(
                        "COPYFILE_DISABLE",
                        "1")); // on macOS: no second file beside each for what other systems do not have
        return file;
    }
}
