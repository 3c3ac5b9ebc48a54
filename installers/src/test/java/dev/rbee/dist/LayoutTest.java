package dev.rbee.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Path IMAGES = Path.of("images");

    @Test
    void everySystemHasItsOwn() {
        assertEquals(Layout.LINUX, Layout.of("Linux"));
        assertEquals(Layout.WINDOWS, Layout.of("Windows 11"));
        assertEquals(Layout.MACOS, Layout.of("Mac OS X"));
    }

    @Test
    void linux() {
        Path root = Layout.LINUX.root(IMAGES, "rbee");
        assertEquals(Path.of("images/rbee"), root);
        assertEquals(Path.of("images/rbee/lib/app"), Layout.LINUX.app(root));
        assertEquals(Path.of("images/rbee/lib/runtime/bin/java"), Layout.LINUX.java(root));
        assertEquals(Path.of("images/rbee/bin/rbee-daemon"), Layout.LINUX.program(root, "rbee-daemon"));
    }

    @Test
    void windows() {
        Path root = Layout.WINDOWS.root(IMAGES, "rbee");
        assertEquals(Path.of("images/rbee/app"), Layout.WINDOWS.app(root));
        assertEquals(Path.of("images/rbee/runtime/bin/java.exe"), Layout.WINDOWS.java(root));
        assertEquals(Path.of("images/rbee/rbee.exe"), Layout.WINDOWS.program(root, "rbee"));
    }

    @Test
    void macos() {
        Path root = Layout.MACOS.root(IMAGES, "rbee");
        assertEquals(Path.of("images/rbee.app"), root);
        assertEquals(Path.of("images/rbee.app/Contents/app"), Layout.MACOS.app(root));
        assertEquals(Path.of("images/rbee.app/Contents/runtime/Contents/Home/bin/java"), Layout.MACOS.java(root));
        assertEquals(Path.of("images/rbee.app/Contents/MacOS/rbee"), Layout.MACOS.program(root, "rbee"));
    }
}
