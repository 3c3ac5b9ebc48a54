package dev.rbee.dist;

import dev.rbee.service.home.Installation;
import dev.rbee.service.home.JavaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Start-up caches: what the trial runs wrote down, made into files that every later start maps. */
final class Caches {
    /** What a hive starts has options and a cache of its own; its class path is the commands'. */
    private static final List<String> CHILDREN = List.of("hive", "worker");

    private final ProductImage image;
    private final Path records;

    /** {@code records} is where the trial runs have written. */
    Caches(ProductImage image, Path records) {
        this.image = image;
        this.records = records;
    }

    /** Makes all of them; their parts. Takes some seconds each. */
    List<String> make() throws IOException {
        Files.createDirectories(image.app().resolve("cache"));
        List<String> made = new ArrayList<>();
        for (Program program : Program.ALL) {
            make(program.part(), program.classPath(image.jars(), image.app().toString()));
            made.add(program.part());
        }
        for (String part : CHILDREN) {
            make(part, Program.COMMAND.classPath(image.jars(), image.app().toString()));
            made.add(part);
        }
        return made;
    }

    private void make(String part, List<String> classPath) throws IOException {
        Path record = Installation.recordOf(records, part);
        if (!Files.isRegularFile(record)) {
            throw new IOException("the trial run of " + part + " wrote nothing down");
        }
        List<String> command = new ArrayList<>();
        command.add(image.java().toString());
        command.addAll(JavaOptions.ofBuild().of(part));
        command.add("-XX:AOTMode=create");
        if (part.equals(Program.COMMAND.part())) {
            // Classes are taken as they are needed: most commands need few of them.
            command.add("-XX:-AOTClassLinking");
        }
        command.add("-XX:AOTConfiguration=" + record);
        command.add("-XX:AOTCache=" + image.app().resolve("cache").resolve(part + ".aot"));
        command.add("-cp");
        command.add(String.join(":", classPath));
        Tool.run(command, records, Map.of());
    }
}
