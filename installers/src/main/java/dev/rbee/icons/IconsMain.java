package dev.rbee.icons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws all icons anew after a change of {@code assets/icons/rbee.svg}: {@code IconsMain CHECKOUT}. They are checked in, since the build of a
 * system uses those of its own only; a test holds them against the drawing.
 */
public final class IconsMain {
    /** Of pictures, in pixels. */
    static final List<Integer> PNG = List.of(16, 32, 48, 64, 128, 256, 512);

    /** Of those, what windows and the tray show. */
    static final List<Integer> WINDOW = List.of(16, 32, 48, 64, 128, 256);

    /** In the file for Windows. */
    static final List<Integer> ICO = List.of(16, 20, 24, 32, 40, 48, 64, 256);

    private IconsMain() {}

    /** Writes the files. */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path icons = folder(Path.of(args[0]));
        Drawing drawing = Drawing.read(icons.resolve("rbee.svg"));
        for (int size : PNG) {
            Drawing.write(drawing.at(size), icons.resolve("rbee-" + size + ".png"));
        }
        for (int size : WINDOW) {
            Drawing.write(drawing.at(size), windows(Path.of(args[0])).resolve("rbee-" + size + ".png"));
        }
        Files.write(
                icons.resolve("rbee.ico"), Ico.of(ICO.stream().map(drawing::at).toList()));
        Files.write(icons.resolve("rbee.icns"), Icns.of(drawing));
    }

    static Path folder(Path checkout) {
        return checkout.resolve("assets").resolve("icons");
    }

    static Path windows(Path checkout) {
        return checkout.resolve("app/src/main/resources/dev/rbee/app/icons");
    }
}
