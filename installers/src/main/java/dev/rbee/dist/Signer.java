package dev.rbee.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Signs what is made, by a script of {@code jpackage/sign}, which does nothing where it has no key.
 *
 * @param script of this system
 */
record Signer(Path script) {
    /** What is to be signed. */
    enum Stage {
        /** A folder with libraries of this system, before they go into jars or an image. */
        LIBRARIES,
        /** An image, before it goes into a package. */
        IMAGE,
        /** A package. */
        PACKAGE
    }

    /** The one of that system. */
    static Signer of(Path project, Layout layout) {
        String name = switch (layout) {
            case LINUX -> "linux.sh";
            case WINDOWS -> "windows.sh";
            case MACOS -> "macos.sh";
        };
        return new Signer(project.resolve("jpackage").resolve("sign").resolve(name));
    }

    /** Signs, in place, and says so. Blocks; a notary may take minutes. Throws where a key is there and does not sign. */
    void sign(Stage stage, Path what) throws IOException {
        if (!Files.exists(what)) {
            throw new IOException(what + " is to be signed, but is not there");
        }
        Optional<Path> bash = bash(System.getenv().getOrDefault("PATH", ""), File.pathSeparator, Layout.here());
        if (bash.isEmpty()) {
            DistMain.say("not signed, for want of a bash on PATH: " + what.getFileName());
            return;
        }
        List<String> command =
                List.of(bash.get().toString(), plain(script), stage.name().toLowerCase(Locale.ROOT), plain(what));
        String said = Tool.run(command, script.resolveSibling(""), Map.of());
        if (!said.isBlank()) {
            DistMain.say(said.strip());
        }
    }

    /** The shell on that PATH; the one that Windows itself has leads into another system. */
    static Optional<Path> bash(String path, String separator, Layout layout) {
        return Stream.of(path.split(separator))
                .filter(folder -> !folder.isEmpty())
                .filter(folder -> layout != Layout.WINDOWS
                        || !folder.toLowerCase(Locale.ROOT).matches(".*[\\\\/](system32|windowsapps)[\\\\/]?"))
                .map(folder -> Path.of(folder, layout.fileName("bash")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String plain(Path path) {
        return path.toString().replace('\\', '/');
    }
}
