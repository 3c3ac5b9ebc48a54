package dev.rbee.product;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Programs and files that only some machines have. CI has all of them and says so with {@code rbee.require=all}. */
final class Tools {
    private Tools() {}

    /** Skips the test, saying why, where a program is not on PATH; fails instead where everything is required. */
    static void need(String... programs) {
        List<String> missing =
                Arrays.stream(programs).filter(program -> !onPath(program)).toList();
        if (!missing.isEmpty()) {
            absent("this test needs " + String.join(" and ", missing) + " on PATH");
            Assumptions.abort("needs " + missing);
        }
    }

    /** Says what is not there; fails where everything is required. */
    static void absent(String message) {
        if ("all".equals(System.getProperty("rbee.require"))) {
            throw new AssertionError(message);
        }
        System.err.println("rbee tests: " + message);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
