package dev.rbee.service.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTimesTest {
    private static final Instant TIME = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void everyFileGetsTheTimeThatIsNoted(@TempDir Path root) throws IOException {
        Path app = Files.createDirectories(root.resolve("app"));
        Path jar = Files.writeString(Files.createDirectories(app.resolve("lib")).resolve("a.jar"), "a");
        Path modules = Files.writeString(
                Files.createDirectories(root.resolve("runtime/lib")).resolve("modules"), "m");
        FileTimes.note(app, TIME);
        for (Path file : new Path[] {jar, modules}) {
            Files.setLastModifiedTime(file, FileTime.from(TIME.plusSeconds(3_601)));
        }
        FileTimes.restore(app, root);
        assertEquals(FileTime.from(TIME), Files.getLastModifiedTime(jar));
        assertEquals(FileTime.from(TIME), Files.getLastModifiedTime(modules));
    }

    @Test
    void withoutANoteNothingIsGuessed(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("app"));
        assertThrows(NoSuchFileException.class, () -> FileTimes.restore(root.resolve("app"), root));
    }
}
