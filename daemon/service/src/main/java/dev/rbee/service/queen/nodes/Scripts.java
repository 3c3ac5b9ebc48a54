package dev.rbee.service.queen.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The shell scripts beside this class. What a user typed never stands in their text; it comes as {@code $1}, {@code $2}... */
final class Scripts {
    private Scripts() {}

    /**
     * That script with the functions all of them share. It runs only once it has arrived whole (a connection may be cut in its middle), and
     * none of its commands can read the rest of it as its own input.
     */
    static String of(String name) {
        return text("common") + "main() {\nsay rbee begin\n" + text(name) + "\n}\nmain \"$@\" </dev/null\n";
    }

    private static String text(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream(name + ".sh")) {
            return new String(
                    Objects.requireNonNull(in, name + ".sh is not in the jar").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
