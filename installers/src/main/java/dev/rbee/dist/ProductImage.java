package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import dev.rbee.bundle.Target;
import dev.rbee.service.home.JavaOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The installed folder as jpackage lays it out: {@code bin}, {@code lib/app}, {@code lib/runtime}.
 *
 * @param root of it
 * @param jars in it
 */
record ProductImage(Path root, Jars jars) {
    /** Where jpackage puts what is ours. */
    Path app() {
        return root.resolve("lib").resolve("app");
    }

    /** Its own Java. */
    Path java() {
        return root.resolve("lib").resolve("runtime").resolve("bin").resolve("java");
    }

    /** Makes it anew, without start-up caches. Takes half a minute. */
    static ProductImage make(Order order, RuntimeImage runtime, Target target) throws IOException {
        Path input = order.work().resolve("input");
        RuntimeImage.delete(input);
        Jars jars = Jars.copied(order.image(), input, target);
        copy(order.image().resolve("assets"), input.resolve("assets"));
        copy(order.project().resolve("installers/src/main/node"), input.resolve("node"));
        Files.copy(order.project().resolve("jpackage/java.options"), input.resolve("node/java.options"));
        Files.copy(order.project().resolve("LICENSE"), input.resolve("node/LICENSE"));
        Path images = order.work().resolve("images");
        RuntimeImage.delete(images);
        Tool.run(command(order, runtime, input, images, jars), order.work(), Map.of());
        ProductImage made = new ProductImage(images.resolve(Program.COMMAND.name()), jars);
        made.configure(order);
        NodeList.write(made, order.version(), target);
        made.age(order.time());
        return made;
    }

    private static List<String> command(Order order, RuntimeImage runtime, Path input, Path images, Jars jars)
            throws IOException {
        String main = jars.lib().stream()
                .filter(jar -> jar.startsWith("lib/rbee-service-"))
                .findFirst()
                .orElseThrow(() -> new IOException("rbee-service is not in " + order.image()));
        List<String> command = new ArrayList<>(List.of(
                Tool.jdk("jpackage").toString(),
                "--type",
                "app-image",
                "--name",
                Program.COMMAND.name(),
                "--app-version",
                order.version(),
                "--input",
                input.toString(),
                "--dest",
                images.toString(),
                "--main-jar",
                main,
                "--main-class",
                Program.COMMAND.mainClass(),
                "--runtime-image",
                runtime.folder().toString(),
                "--icon",
                order.project().resolve("assets/icons/rbee-256.png").toString()));
        for (Program program : Program.ALL) {
            if (!program.equals(Program.COMMAND)) {
                Path file = order.work().resolve(program.name() + ".properties");
                Files.writeString(file, "main-class=" + program.mainClass() + "\nlinux-shortcut=false\n");
                command.addAll(List.of("--add-launcher", program.name() + "=" + file));
            }
        }
        return command;
    }

    /** Writes the programs, and what jpackage's launchers read. */
    private void configure(Order order) throws IOException {
        JavaOptions options = JavaOptions.ofBuild();
        for (Program program : Program.ALL) {
            Files.writeString(
                    app().resolve(program.name() + ".cfg"), program.configuration(jars, options, order.version()));
            Path start = root.resolve("bin").resolve(program.name());
            if (File.separatorChar == '/') {
                Files.writeString(start, program.script(jars, options));
            }
        }
    }

    /** One time for all files: a start-up cache knows its jars by it, and packages keep it. */
    void age(Instant time) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
