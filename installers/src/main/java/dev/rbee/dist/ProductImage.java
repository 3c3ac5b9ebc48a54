package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import dev.rbee.bundle.Target;
import dev.rbee.service.boot.FileTimes;
import dev.rbee.service.home.JavaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The installed folder as jpackage lays it out.
 *
 * @param root of it
 * @param jars in it
 * @param layout of it
 */
record ProductImage(Path root, Jars jars, Layout layout) {
    /** Where jpackage puts what is ours. */
    Path app() {
        return layout.app(root);
    }

    /** Its own Java. */
    Path java() {
        return layout.java(root);
    }

    /** That Java's home. */
    Path javaHome() {
        return layout.javaHome(root);
    }

    /** One of its programs. */
    Path program(Program program) {
        return layout.program(root, program.name());
    }

    /** Makes it anew, without start-up caches. Takes half a minute. */
    static ProductImage make(Order order, RuntimeImage runtime, Target target) throws IOException {
        Path input = order.work().resolve("input");
        RuntimeImage.delete(input);
        Layout layout = Layout.here();
        Jars jars = Jars.copied(order.image(), input, target);
        if (layout == Layout.MACOS) {
            SignedJars.sign(
                    input, Signer.of(order.project(), layout), order.work().resolve("libraries"));
        }
        copy(order.image().resolve("assets"), input.resolve("assets"));
        copy(order.project().resolve("installers/src/main/node"), input.resolve("node"));
        Files.copy(order.project().resolve("jpackage/java.options"), input.resolve("node/java.options"));
        Files.copy(order.project().resolve("LICENSE"), input.resolve("node/LICENSE"));
        Path images = order.work().resolve("images");
        RuntimeImage.delete(images);
        Tool.run(new AppImage(order, layout, input, jars).command(runtime.folder(), images), order.work(), Map.of());
        ProductImage made = new ProductImage(layout.root(images, Program.COMMAND.name()), jars, layout);
        made.configure(order);
        if (layout != Layout.WINDOWS) { // no other machine runs a hive on it yet
            NodeList.write(made, order.version(), target);
        }
        made.age(order.time());
        return made;
    }

    /** Writes the programs, and what jpackage's launchers read. */
    private void configure(Order order) throws IOException {
        JavaOptions options = JavaOptions.ofBuild();
        for (Program program : Program.ALL) {
            Files.writeString(
                    app().resolve(program.name() + ".cfg"),
                    program.configuration(jars, options, order.version(), layout));
            if (layout == Layout.LINUX) {
                Files.writeString(program(program), program.script(jars, options));
            }
        }
    }

    /** One time for all files: a start-up cache knows its jars by it, and packages keep it. */
    void age(Instant time) throws IOException {
        FileTimes.note(app(), time);
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
