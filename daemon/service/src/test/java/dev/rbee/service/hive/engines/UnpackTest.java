package dev.rbee.service.hive.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.archive.Unpack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives, honest and hostile. */
class UnpackTest {
    @TempDir
    Path home;

    private Path unpacked(Path archive) throws IOException {
        Path folder = home.resolve("in").resolve("out");
        Unpack.unpack(archive, folder, new Unpack.Limits(1 << 20, 50), EngineInstall::bad);
        return folder;
    }

    private void refused(TarMaker tar) throws IOException {
        Path archive = tar.write(home.resolve("bad.tar.gz"));
        var why = assertThrows(ProblemException.class, () -> unpacked(archive));
        assertEquals("engine_failed", why.problem().code().wire());
        try (Stream<Path> all = Files.walk(home)) {
            assertEquals(
                    List.of(),
                    all.filter(Files::isRegularFile)
                            .filter(file ->
                                    !file.startsWith(home.resolve("in").resolve("out")) && !file.equals(archive))
                            .toList(),
                    "nothing lies outside");
        }
    }

    @Test
    void aTarWithRightsLongNamesAndNamesOfLibraries() throws IOException {
        String deep = "llama-b1/" + "x".repeat(120) + "/data.bin";
        Path out = unpacked(new TarMaker()
                .folder("llama-b1/")
                .file("llama-b1/llama-server", "#!/bin/sh\n", true)
                .file("llama-b1/README", "read me", false)
                .file("llama-b1/libggml.so.0.9", "library", true)
                .link("llama-b1/libggml.so", "libggml.so.0", '2')
                .link("llama-b1/libggml.so.0", "libggml.so.0.9", '2')
                .link("llama-b1/again", "llama-b1/README", '1')
                .file(deep, "deep", false)
                .write(home.resolve("a.tar.gz")));
        Path b1 = out.resolve("llama-b1");
        assertTrue(Files.isExecutable(b1.resolve("llama-server")));
        assertFalse(Files.isExecutable(b1.resolve("README")));
        assertEquals("library", Files.readString(b1.resolve("libggml.so")));
        assertFalse(Files.isSymbolicLink(b1.resolve("libggml.so")));
        assertEquals("read me", Files.readString(b1.resolve("again")));
        assertEquals("deep", Files.readString(out.resolve(deep)));
    }

    @Test
    void aZip() throws IOException {
        Path archive = home.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("build/bin/"));
            zip.putNextEntry(new ZipEntry("build/bin/llama-server"));
            zip.write("program".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("build/bin/LICENSE.txt"));
        }
        Path out = unpacked(archive);
        assertTrue(Files.isExecutable(out.resolve("build/bin/llama-server")));
        assertFalse(Files.isExecutable(out.resolve("build/bin/LICENSE.txt")));
    }

    @Test
    void aZipThatLeadsOut() throws IOException {
        Path archive = home.resolve("bad.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("../../evil"));
            zip.write(1);
        }
        assertThrows(ProblemException.class, () -> unpacked(archive));
        assertFalse(Files.exists(home.resolve("evil")));
    }

    @Test
    void namesThatLeadOut() throws IOException {
        refused(new TarMaker().file("../evil", "x", false));
        refused(new TarMaker().file("/tmp/rbee-evil", "x", false));
        refused(new TarMaker().file("a/../../../evil", "x", false));
        refused(new TarMaker().file("..\\evil", "x", false));
        refused(new TarMaker().file("C:evil", "x", false));
        refused(new TarMaker().file("a" + "/b".repeat(60) + "/../../evil", "x", false));
        refused(new TarMaker().file("", "x", false));
    }

    @Test
    void linksThatLeadOut() throws IOException {
        refused(new TarMaker().link("a", "/etc/passwd", '2'));
        refused(new TarMaker().link("a", "../../../etc/passwd", '2'));
        refused(new TarMaker().link("a", "../bad.tar.gz", '1'));
        // A file through a link: the link was never made, so it lands inside.
        Path out = home.resolve("in").resolve("out");
        EngineFolder.delete(out);
        Path archive = new TarMaker()
                .link("here", "there", '2')
                .file("here/evil", "x", false)
                .write(home.resolve("through.tar.gz"));
        unpacked(archive);
        assertTrue(Files.isRegularFile(out.resolve("here/evil")));
    }

    @Test
    void whatIsTooMuchOrNoArchive() throws IOException {
        refused(new TarMaker().device("sda"));
        refused(new TarMaker().file("big", "x".repeat(2 << 20), false));
        refused(new TarMaker().file("a", "1", false).file("a", "2", false));
        TarMaker many = new TarMaker();
        for (int i = 0; i < 60; i++) {
            many.folder("d" + i + "/");
        }
        refused(many);
        Path text = Files.writeString(home.resolve("text"), "this is no archive at all".repeat(100));
        assertThrows(ProblemException.class, () -> unpacked(text));
        Path empty = Files.writeString(home.resolve("empty"), "");
        assertThrows(ProblemException.class, () -> unpacked(empty));
        Path cut = new TarMaker()
                .entry("cut", "", '0', 0644, 1 << 19, new byte[512])
                .write(home.resolve("cut.tar.gz"));
        assertThrows(IOException.class, () -> unpacked(cut));
    }
}
