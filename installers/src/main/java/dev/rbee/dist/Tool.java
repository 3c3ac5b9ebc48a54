package dev.rbee.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Programs that packages are made with. */
final class Tool {
    private Tool() {}

    /** Runs it to its end and gives what it said. Throws with all of that where it fails. Blocks. */
    static String run(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + " failed (" + process.exitValue() + "):\n"
                        + String.join(" ", command) + "\n" + said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return said;
    }

    /** The JDK that this runs on. */
    static Path jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program);
    }
}
