package dev.rbee.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds processes of a home by what they hold: their environment or an open file below it (Linux). */
final class Leftover {
    private Leftover() {}

    static List<ProcessHandle> ofHome(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> holds(process.pid(), home))
                .toList();
    }

    private static boolean holds(long pid, Path home) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            if (new String(Files.readAllBytes(proc.resolve("environ")), StandardCharsets.UTF_8)
                    .contains(home.toString())) {
                return true;
            }
            if (pointsInto(proc.resolve("cwd"), home)) {
                return true;
            }
            try (var files = Files.list(proc.resolve("fd"))) {
                return files.anyMatch(file -> pointsInto(file, home));
            }
        } catch (IOException | UncheckedIOException e) {
            return false; // gone meanwhile, or somebody else's
        }
    }

    private static boolean pointsInto(Path link, Path home) {
        try {
            return Files.readSymbolicLink(link).startsWith(home);
        } catch (IOException e) {
            return false;
        }
    }
}
