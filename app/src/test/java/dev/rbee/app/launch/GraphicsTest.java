package dev.rbee.app.launch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphicsTest {
    @Test
    void devicesOfOpenGl(@TempDir Path devices) throws IOException {
        Files.createFile(devices.resolve("null"));
        assertFalse(Graphics.device(devices));
        for (String name : new String[] {"dri", "nvidia0", "dxg"}) {
            Path device = Files.createDirectory(devices.resolve(name));
            assertTrue(Graphics.device(devices), name);
            Files.delete(device);
        }
    }

    @Test
    void whereNothingCanBeSeenThereMayBeOne(@TempDir Path devices) {
        assertTrue(Graphics.device(devices.resolve("missing")));
    }
}
