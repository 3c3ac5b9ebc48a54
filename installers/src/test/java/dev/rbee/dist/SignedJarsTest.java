package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries within jars, signed by a script of this test. */
class SignedJarsTest {
    @TempDir
    Path folder;

    private Path jar(String name, String... entries) throws IOException {
        Path jar = Files.createDirectories(folder.resolve("input/lib")).resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }

    private Signer signer(String line) throws IOException {
        return new Signer(Files.writeString(folder.resolve("sign.sh"), line + "\n"));
    }

    private static String text(Path jar, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void librariesAreSignedWhereTheyLie() throws IOException {
        Path jar = jar("a.jar", "Mac/x86_64/libx.dylib", "Mac/aarch64/libx.dylib", "A.class");
        Path other = jar("b.jar", "B.class", "libb.so");
        byte[] before = Files.readAllBytes(other);
        Signer signer = signer("for file in \"$2\"/*; do printf ' signed' >>\"$file\"; done");
        SignedJars.sign(folder.resolve("input"), signer, folder.resolve("work"));
        assertEquals("Mac/x86_64/libx.dylib signed", text(jar, "Mac/x86_64/libx.dylib"));
        assertEquals("Mac/aarch64/libx.dylib signed", text(jar, "Mac/aarch64/libx.dylib"));
        assertEquals("A.class", text(jar, "A.class"));
        assertArrayEquals(before, Files.readAllBytes(other));
    }

    @Test
    void withoutAKeyJarsStayAsTheyAre() throws IOException {
        Path jar = jar("a.jar", "libx.jnilib");
        byte[] before = Files.readAllBytes(jar);
        SignedJars.sign(folder.resolve("input"), signer("exit 0"), folder.resolve("work"));
        assertArrayEquals(before, Files.readAllBytes(jar));
    }

    @Test
    void keyThatDoesNotSignStopsTheBuild() throws IOException {
        jar("a.jar", "libx.jnilib");
        Signer signer = signer("echo 'the keychain is locked'; exit 1");
        IOException failure = assertThrows(
                IOException.class, () -> SignedJars.sign(folder.resolve("input"), signer, folder.resolve("work")));
        assertEquals(true, String.valueOf(failure.getMessage()).contains("the keychain is locked"));
    }

    @Test
    void shellOfAnotherSystemIsNotTaken() throws IOException {
        Path system = Files.createDirectories(folder.resolve("Windows/System32"));
        Path git = Files.createDirectories(folder.resolve("Git/bin"));
        for (Path place : List.of(system, git)) {
            Path bash = Files.createFile(place.resolve("bash.exe"));
            assertEquals(true, bash.toFile().setExecutable(true));
        }
        String path = system + ";" + git;
        assertEquals(Optional.of(git.resolve("bash.exe")), Signer.bash(path, ";", Layout.WINDOWS));
        assertEquals(Optional.empty(), Signer.bash(system.toString(), ";", Layout.WINDOWS));
    }
}
