package dev.rbee.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.service.archive.TarGz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlePartsTest {
    @TempDir
    Path folder;

    @Test
    void aTargetWantsItsOwnNativesAndEverythingElse() {
        Target linux = Target.of("Linux", "amd64").orElseThrow();
        assertEquals("linux-x64", linux.suffix());
        assertTrue(linux.wants("de/kherud/llama/Linux/x86_64/libjllama.so"));
        assertFalse(linux.wants("de/kherud/llama/Linux/aarch64/libjllama.so"));
        assertFalse(linux.wants("de/kherud/llama/Linux-Android/aarch64/libjllama.so"));
        assertFalse(linux.wants("de/kherud/llama/Mac/x86_64/libjllama.dylib"));
        assertTrue(linux.wants("de/kherud/llama/LlamaModel.class"));
        assertTrue(linux.wants("de/kherud/llama/args/Sampler.class"));
        assertTrue(linux.wants("com/sun/jna/linux-x86-64/libjnidispatch.so"));
        assertFalse(linux.wants("com/sun/jna/win32-x86-64/jnidispatch.dll"));
        assertTrue(linux.wants("com/sun/jna/win32/StdCallLibrary.class"));
        assertTrue(linux.wants("org/sqlite/native/Linux/x86_64/libsqlitejdbc.so"));
        assertFalse(linux.wants("org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so"));
        Target mac = Target.of("Mac OS X", "aarch64").orElseThrow();
        assertEquals("macos-arm64", mac.suffix());
        assertTrue(mac.wants("de/kherud/llama/Mac/aarch64/libjllama.dylib"));
        assertTrue(mac.wants("com/sun/jna/darwin-aarch64/libjnidispatch.jnilib"));
        assertEquals(Optional.empty(), Target.of("Windows 11", "amd64"));
        assertEquals(Optional.empty(), Target.of("Linux", "riscv64"));
    }

    @Test
    void tarReadsWhatWasWritten() throws Exception {
        String deep = "runtime/legal/" + "a-long-folder-name/".repeat(6) + "file.txt";
        byte[] big = new byte[100_000];
        Contents contents = new Contents("1");
        contents.add(deep, false, () -> "deep".getBytes(StandardCharsets.UTF_8));
        contents.add("bin/run", true, () -> "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        contents.add("big", false, () -> big);
        contents.add("empty", false, () -> new byte[0]);
        Path file = folder.resolve("a.tar.gz");
        String hash = TarGz.write(file, contents.items());
        assertEquals(hash, TarGz.write(folder.resolve("b.tar.gz"), contents.items()));

        Process tar = new ProcessBuilder("tar", "-xzf", file.toString(), "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tar.waitFor(), said);
        assertEquals("", said);
        assertEquals("deep", Files.readString(folder.resolve(deep)));
        assertTrue(Files.isExecutable(folder.resolve("bin/run")));
        assertFalse(Files.isExecutable(folder.resolve("big")));
        assertEquals(big.length, Files.size(folder.resolve("big")));
        assertEquals(0, Files.size(folder.resolve("empty")));
        Contents tooLong = new Contents("1");
        tooLong.add("a/" + "b".repeat(120), false, () -> new byte[0]);
        assertThrows(IOException.class, () -> TarGz.write(folder.resolve("c"), tooLong.items()));
    }

    @Test
    void jarsLoseWhatIsNotWantedAndAreTheSameAtEveryBuild() throws IOException {
        Path jar = folder.resolve("x.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("META-INF/", "META-INF/MANIFEST.MF", "a/B.class", "natives/x.so")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.endsWith("/") ? new byte[0] : name.repeat(50).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        byte[] repacked = JarFile.repacked(jar, name -> !name.endsWith(".so"));
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(repacked))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                assertEquals(entry.getName().repeat(50), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                assertEquals(ZipEntry.STORED, entry.getMethod());
            }
        }
        assertEquals(List.of("META-INF/MANIFEST.MF", "a/B.class"), names);
    }

    @Test
    void theHashFollowsTheInputsOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "one");
        assertEquals(hash(file, "1"), hash(file, "1"));
        assertFalse(hash(file, "1").equals(hash(file, "2")));
        String before = hash(file, "1");
        Files.writeString(file, "two");
        assertFalse(before.equals(hash(file, "1")));
    }

    private static String hash(Path file, String version) throws IOException {
        Contents contents = new Contents(version);
        contents.addFile("f", false, file);
        return contents.hash();
    }
}
