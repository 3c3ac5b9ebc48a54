package dev.rbee.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A package that is newer by its number, with the same programs in it. */
final class Newer {
    private Newer() {}

    /** Makes it in {@code folder}. */
    static Path of(Path deb, Path folder) throws IOException, InterruptedException {
        run("rm", "-rf", folder.toString());
        Path tree = folder.resolve("tree");
        Files.createDirectories(folder);
        run("dpkg-deb", "--raw-extract", deb.toString(), tree.toString());
        Path control = tree.resolve("DEBIAN/control");
        Files.writeString(control, Files.readString(control).replaceFirst("(?m)^(Version: .*)$", "$1+newer"));
        Path made = folder.resolve("newer.deb");
        run("dpkg-deb", "-Znone", "--root-owner-group", "--build", tree.toString(), made.toString());
        run("rm", "-rf", tree.toString());
        return made;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + " failed:\n" + said);
        }
    }
}
