package dev.rbee.app.launch;

import dev.rbee.contract.info.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A node bundle whose hive is the one of this class path, laid out as beside an image's assets. */
final class SmallBundle {
    private SmallBundle() {}

    /** Makes it below {@code folder}; the folder that stands for the image's assets. */
    static Path in(Path folder) throws IOException, InterruptedException, NoSuchAlgorithmException {
        Path assets = folder.resolve("image/assets");
        Files.createDirectories(assets.resolveSibling("node"));
        Path real = Path.of(System.getProperty("rbee.assets"));
        Files.createSymbolicLink(assets, real);
        Path content = folder.resolve("content");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // A hive is recognised by its bundle's path in its command line; this one's Java and jars lie elsewhere.
        script(content, "bin/rbee-hive", """
                here=$(cd -P "$(dirname "$0")/.." && pwd -P)
                exec "$here/runtime/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m "-Drbee.assets=%s" \
                "-Drbee.bundle=$here/" -cp "$(cat "$here/lib/classpath")" dev.rbee.service.boot.Main hive
                """.formatted(real));
        script(content, "runtime/bin/java", "exec " + java + " \"$@\"\n");
        Files.createDirectories(content.resolve("lib"));
        Files.writeString(content.resolve("lib/classpath"), System.getProperty("java.class.path"));
        pack(content, assets.resolveSibling("node"));
        return assets;
    }

    private static void pack(Path content, Path node)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        Path file = node.resolve("rbee-node-" + Version.CURRENT + "-aaaaaaaa-linux-" + arch + ".tar.gz");
        int status = new ProcessBuilder("tar", "-czf", file.toString(), "-C", content.toString(), ".")
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("tar failed: " + status);
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        Files.writeString(
                node.resolve(file.getFileName() + ".sha256"),
                HexFormat.of().formatHex(hash) + "  " + file.getFileName() + "\n");
    }

    private static void script(Path content, String name, String text) throws IOException {
        Path file = content.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\n" + text, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
