package dev.rbee.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.app.theme.Marks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The icons that are checked in against the drawing; read here by the definitions of their formats, not by what wrote them. */
class IconsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = IconsMain.folder(ROOT);

    private final Drawing drawing;

    IconsTest() throws IOException {
        drawing = Drawing.read(FOLDER.resolve("rbee.svg"));
    }

    @Test
    void drawingIsTheMarkOfTheWindow() throws IOException {
        assertTrue(Files.readString(FOLDER.resolve("rbee.svg")).contains("d=\"" + Marks.HEXAGON + "\""));
    }

    @Test
    void picturesAreDrawnFromIt() throws IOException {
        for (int size : IconsMain.PNG) {
            assertDrawn(size, Png.read(Files.readAllBytes(FOLDER.resolve("rbee-" + size + ".png"))));
        }
        for (int size : IconsMain.WINDOW) {
            assertDrawn(
                    size, Png.read(Files.readAllBytes(IconsMain.windows(ROOT).resolve("rbee-" + size + ".png"))));
        }
    }

    @Test
    void iconOfWindowsHasAllSizes() throws IOException {
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("rbee.ico"))).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1 << 16, file.getInt());
        List<Integer> sizes = new ArrayList<>();
        int count = file.getShort();
        int end = 0;
        for (int i = 0; i < count; i++) {
            int width = file.get() == 0 ? 256 : file.get(file.position() - 1);
            sizes.add(width);
            file.position(file.position() + 7);
            int length = file.getInt();
            int at = file.getInt();
            byte[] part = new byte[length];
            file.get(at, part);
            assertDrawn(width, width == 256 ? Png.read(part) : bitmap(part, width));
            end = at + length;
        }
        assertEquals(IconsMain.ICO, sizes);
        assertEquals(file.capacity(), end);
    }

    private static BufferedImage bitmap(byte[] part, int width) {
        ByteBuffer pixels = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(40, pixels.getInt());
        assertEquals(width, pixels.getInt());
        assertEquals(width * 2, pixels.getInt());
        BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getInt(40 + ((width - 1 - y) * width + x) * 4));
            }
        }
        return image;
    }

    @Test
    void iconOfMacHasAllSizes() throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("rbee.icns")));
        assertEquals("icns", name(file));
        assertEquals(file.capacity(), file.getInt());
        List<String> names = new ArrayList<>();
        while (file.hasRemaining()) {
            String name = name(file);
            byte[] png = new byte[file.getInt() - 8];
            file.get(png);
            assertDrawn(Icns.SIZES.getOrDefault(name, 0), Png.read(png));
            names.add(name);
        }
        assertEquals(List.copyOf(Icns.SIZES.keySet()), names);
    }

    private static String name(ByteBuffer file) {
        byte[] four = new byte[4];
        file.get(four);
        return new String(four, StandardCharsets.US_ASCII);
    }

    /** Equal but for the last bit of a colour, which may be rounded otherwise by another Java. */
    private void assertDrawn(int size, BufferedImage image) {
        assertEquals(size, image.getWidth());
        assertEquals(size, image.getHeight());
        BufferedImage wanted = drawing.at(size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int difference = (wanted.getRGB(x, y) >>> shift & 255) - (image.getRGB(x, y) >>> shift & 255);
                    assertTrue(Math.abs(difference) < 3, size + " px: " + x + "," + y + " is not as in rbee.svg");
                }
            }
        }
    }

    @Test
    void whatCannotBeDrawnIsSaid(@TempDir Path folder) throws IOException {
        Path svg = folder.resolve("x.svg");
        Files.writeString(svg, "<svg viewBox=\"0 0 8 8\"><circle r=\"3\"/></svg>");
        assertThrows(IOException.class, () -> Drawing.read(svg));
        assertThrows(IllegalArgumentException.class, () -> Outline.of("M1 1 C 2 2 3 3 4 4"));
        assertThrows(IllegalArgumentException.class, () -> Outline.of("M1 1 L 2"));
    }
}
