package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Libraries within jars, which Apple's notary wants signed, too. Done before anything knows the jars by size or time. */
final class SignedJars {
    private SignedJars() {}

    /** Signs them in every jar below {@code folder}; a jar in which nothing changes is left alone. {@code work} is for files on the way. */
    static void sign(Path folder, Signer signer, Path work) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            RuntimeImage.delete(work);
            Files.createDirectories(work);
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                sign(inside, signer, work);
            }
        }
    }

    private static void sign(FileSystem jar, Signer signer, Path work) throws IOException {
        List<Path> libraries;
        try (Stream<Path> entries = Files.walk(jar.getPath("/"))) {
            libraries = entries.filter(SignedJars::library).toList();
        }
        List<Path> copies = new ArrayList<>();
        for (Path library : libraries) {
            // By number: two of one name may lie in different folders.
            Path copy = work.resolve(copies.size() + "-" + library.getFileName());
            copies.add(Files.write(copy, Files.readAllBytes(library)));
        }
        if (copies.isEmpty()) {
            return;
        }
        signer.sign(Signer.Stage.LIBRARIES, work);
        for (int i = 0; i < copies.size(); i++) {
            byte[] now = Files.readAllBytes(copies.get(i));
            if (!Arrays.equals(now, Files.readAllBytes(libraries.get(i)))) {
                Files.write(libraries.get(i), now);
            }
        }
    }

    private static boolean library(Path entry) {
        return entry.toString().endsWith(".dylib") || entry.toString().endsWith(".jnilib");
    }
}
