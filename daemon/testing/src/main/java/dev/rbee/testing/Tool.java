package dev.rbee.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small programs of this machine, run to their end. */
final class Tool {
    private Tool() {}

    /** Both outputs. Throws {@link IllegalStateException} where it is missing or fails. */
    static String run(String... command) {
        return runWith("", command);
    }

    /** The same, with something on stdin. */
    static String runWith(String input, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + " failed: " + out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** True where it exists and succeeds. */
    static boolean works(String... command) {
        try {
            run(command);
            return true;
        } catch (UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }
}
