package dev.rbee.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** How JavaFX draws. */
final class Graphics {
    private static final String ORDER = "prism.order";

    private Graphics() {}

    /**
     * Has JavaFX draw in software at once where Linux shows no graphics device. It would do so anyway, but first load an OpenGL that computes
     * its pictures: a tenth of a second and 50 MB for nothing. What the user has set stays.
     */
    static void choose() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (System.getProperty(ORDER) == null && system.contains("linux") && !device(Path.of("/dev"))) {
            System.setProperty(ORDER, "sw");
        }
    }

    /** Whether there is one of those that OpenGL can use in that folder of devices. */
    static boolean device(Path devices) {
        try (Stream<Path> all = Files.list(devices)) {
            return all.map(path -> path.getFileName().toString())
                    .anyMatch(name -> name.equals("dri") || name.startsWith("nvidia") || name.equals("dxg"));
        } catch (IOException e) {
            return true;
        }
    }
}
