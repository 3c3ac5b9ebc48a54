package dev.rbee.dist;

import dev.rbee.bundle.Contents;
import dev.rbee.bundle.NodeBundles;
import dev.rbee.bundle.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code node/contents}: of which of its own files an installed rbee makes the bundle for a machine like its own. */
final class NodeList {
    /** Of the runtime; only windows need them. */
    private static final List<String> WINDOWS = List.of(
            "lib/libawt",
            "lib/libfontmanager",
            "lib/libfreetype",
            "lib/libjavajpeg",
            "lib/libjawt",
            "lib/libjsound",
            "lib/liblcms",
            "lib/libmlib_image",
            "lib/libsplashscreen",
            "lib/psfont");

    private final Path app;
    private final Contents contents;
    private final List<String> lines = new ArrayList<>();

    private NodeList(Path app, String version) {
        this.app = app;
        this.contents = new Contents(version);
    }

    static void write(ProductImage image, String version, Target target) throws IOException {
        NodeList list = new NodeList(image.app(), version);
        for (String jar : image.jars().lib()) {
            if (NodeBundles.wanted(jar.substring(jar.indexOf('/') + 1))) {
                list.file(jar, image.app().resolve(jar));
            }
        }
        list.folder("assets", image.app().resolve("assets"));
        list.file("bin/rbee-hive", image.app().resolve("node/bin/rbee-hive"));
        list.file("LICENSE", image.app().resolve("node/LICENSE"));
        list.file("java.options", image.app().resolve("node/java.options"));
        list.folder("runtime", image.javaHome());
        String full = version + "-" + list.contents.hash();
        Path name = image.app().resolve("node/VERSION");
        Files.writeString(name, full + "\n");
        list.line("VERSION", name, false);
        list.lines.addFirst("rbee-node-" + full + "-" + target.suffix());
        Files.write(image.app().resolve("node/contents"), list.lines, StandardCharsets.UTF_8);
    }

    private void folder(String name, Path folder) throws IOException {
        for (Path file : Contents.files(folder)) {
            String below = folder.relativize(file).toString();
            if (!name.equals("runtime") || WINDOWS.stream().noneMatch(below::startsWith)) {
                file(name + "/" + below, file);
            }
        }
    }

    private void file(String name, Path file) throws IOException {
        boolean program = Files.isExecutable(file);
        contents.addFile(name, program, file);
        line(name, file, program);
    }

    private void line(String name, Path file, boolean program) {
        lines.add((program ? "x" : "-") + "\t" + name + "\t" + app.relativize(file));
    }
}
