package dev.rbee.service.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class StreamsTest {
    @TempDir
    Path folder;

    private void leads(int stream, String to) throws IOException {
        Files.createSymbolicLink(folder.resolve(Integer.toString(stream)), Path.of(to));
    }

    @Test
    void eachStreamIsLookedAt() throws IOException {
        leads(0, "/dev/pts/3");
        leads(1, "pipe:[123]");
        leads(2, "/dev/tty1");
        assertEquals("02", new Streams(folder).terminals());
    }

    @Test
    void filesNothingAndClosedStreamsAreNone() throws IOException {
        leads(0, "/dev/null");
        leads(2, "/tmp/errors.txt");
        assertEquals("", new Streams(folder).terminals());
    }
}
