package dev.rbee.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What jpackage is told to make an image of.
 *
 * @param order as ordered
 * @param layout of the system
 * @param input what is ours
 * @param jars in it
 */
record AppImage(Order order, Layout layout, Path input, Jars jars) {
    /** The call; writes the descriptions of the further programs beside the image. */
    List<String> command(Path runtime, Path images) throws IOException {
        String main = jars.lib().stream()
                .filter(jar -> jar.startsWith("lib/rbee-service-"))
                .findFirst()
                .orElseThrow(() -> new IOException("rbee-service is not in " + order.image()));
        List<String> command = new ArrayList<>(List.of(
                Tool.jdk("jpackage").toString(),
                "--type",
                "app-image",
                "--name",
                Program.COMMAND.name(),
                "--app-version",
                layout == Layout.MACOS ? MacPackages.imageVersion(order.plainVersion()) : order.plainVersion(),
                "--input",
                input.toString(),
                "--dest",
                images.toString(),
                "--main-jar",
                main,
                "--main-class",
                Program.COMMAND.mainClass(),
                "--runtime-image",
                runtime.toString(),
                "--vendor",
                "rbee",
                "--description",
                "The machines you own, as one private LLM service",
                "--icon",
                icon().toString()));
        if (layout == Layout.WINDOWS) {
            command.add("--win-console");
        }
        for (Program program : Program.ALL) {
            if (!program.equals(Program.COMMAND)) {
                Path file = order.work().resolve(program.name() + ".properties");
                Files.writeString(file, properties(program));
                command.addAll(List.of("--add-launcher", program.name() + "=" + file));
            }
        }
        return command;
    }

    private Path icon() {
        String name = switch (layout) {
            case LINUX -> "rbee-256.png";
            case WINDOWS -> "rbee.ico";
            case MACOS -> "rbee.icns";
        };
        return order.project().resolve("assets").resolve("icons").resolve(name);
    }

    /** Properties files take a backslash for the beginning of something, so paths have none. */
    String properties(Program program) {
        String icon = icon().toString().replace('\\', '/');
        String common = "main-class=" + program.mainClass() + "\nicon=" + icon + "\n";
        return switch (layout) {
            case LINUX -> common + "linux-shortcut=false\n";
            case WINDOWS ->
                common + "win-console=" + !program.equals(Program.APPLICATION)
                        + "\nwin-menu=false\nwin-shortcut=false\n";
            case MACOS -> common;
        };
    }
}
