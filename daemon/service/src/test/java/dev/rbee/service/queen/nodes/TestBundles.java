package dev.rbee.service.queen.nodes;

import dev.rbee.service.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Real, small bundles made from the class path of this test: the same hive, started by a script as a bundle's. */
final class TestBundles {
    /** Of the machine these tests run on. */
    static final String ARCH = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path image;
    private final Path folder;
    /** Bytes of its content that do not compress. */
    int noise = 200_000;

    TestBundles(Path image) throws IOException {
        this.image = image;
        this.folder = Files.createDirectories(image.resolve("node"));
        Files.createDirectories(image.resolve("assets"));
    }

    /** The installation that they belong to. */
    Installation installation() {
        return new Installation(Path.of(JAVA), System.getProperty("java.class.path"), image.resolve("assets"));
    }

    /** Where it would make one of its own. */
    Path cache() {
        return image.resolve("cache");
    }

    /** One with a Java of its own. */
    Path nativeOne(String version, String os, String arch) throws IOException, InterruptedException {
        return make(version, os + "-" + arch, "dev.rbee.service.boot.Main hive", true);
    }

    /** One that needs the machine's Java. */
    Path portable(String version) throws IOException, InterruptedException {
        return make(version, "portable", "dev.rbee.service.boot.Main hive", false);
    }

    /** One whose hive ends at once, with a word. */
    Path broken(String version, String os, String arch) throws IOException, InterruptedException {
        return make(version, os + "-" + arch, null, true);
    }

    /** Forgets all of them, as a new build does. */
    void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private Path make(String version, String kind, @Nullable String main, boolean runtime)
            throws IOException, InterruptedException {
        Path content = Files.createTempDirectory(image, "content");
        Path bin = Files.createDirectories(content.resolve("bin"));
        String start = main == null ? "echo 'this build cannot start'\nexit 7\n" : """
                  here=$(cd -P "$(dirname "$0")/.." && pwd -P)
                  java=$here/runtime/bin/java
                  [ -x "$java" ] || java=$RBEE_JAVA
                  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m "-Drbee.assets=$here/assets" \
                  -cp "$(cat "$here/lib/classpath")" %s
                  """.formatted(main);
        script(bin.resolve("rbee-hive"), start);
        Files.createDirectories(content.resolve("assets"));
        Files.writeString(
                Files.createDirectories(content.resolve("lib")).resolve("classpath"),
                System.getProperty("java.class.path"));
        // Something that does not compress, so that an upload can be cut in its middle.
        byte[] bytes = new byte[noise];
        new Random(version.hashCode()).nextBytes(bytes);
        Files.write(content.resolve("lib").resolve("noise"), bytes);
        if (runtime) {
            Path java = Files.createDirectories(content.resolve("runtime/bin")).resolve("java");
            script(java, "exec " + JAVA + " \"$@\"\n");
        }
        Path file = folder.resolve("rbee-node-" + version + "-" + kind + ".tar.gz");
        List<String> command = new ArrayList<>(
                List.of("tar", "-czf", file.toString(), "-C", content.toString(), "bin", "lib", "assets"));
        if (runtime) {
            command.add("runtime");
        }
        Process tar = new ProcessBuilder(command).inheritIO().start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar failed");
        }
        Files.writeString(
                folder.resolve(file.getFileName() + ".sha256"), sha256(file) + "  " + file.getFileName() + "\n");
        return file;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
