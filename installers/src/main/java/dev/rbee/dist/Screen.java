package dev.rbee.dist;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the application draws on while it is tried: a virtual screen where Xvfb is installed, nothing at all elsewhere.
 *
 * @param process of Xvfb
 * @param number of its display
 */
record Screen(@Nullable Process process, String number) implements AutoCloseable {
    /** Opens one; never the one that somebody looks at. */
    static Screen open() throws IOException {
        Optional<Path> program = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "Xvfb"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return new Screen(null, "");
        }
        Process process = new ProcessBuilder(
                        program.get().toString(), "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        String number = said.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new Screen(process, number.strip());
    }

    /** What Java gets besides. */
    List<String> options() {
        return process == null
                ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true")
                : List.of();
    }

    /** What its environment gets. */
    Map<String, String> environment() {
        return process == null ? Map.of() : Map.of("DISPLAY", ":" + number);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
