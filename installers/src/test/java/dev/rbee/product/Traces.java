package dev.rbee.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where a secret could be seen by others: command lines and environments of processes, log files. */
final class Traces {
    private Traces() {}

    /** Those of these texts that stand in argv or environment of one of the processes, with where. */
    static List<String> inProcesses(Collection<Long> pids, List<String> secrets) {
        List<String> found = new ArrayList<>();
        for (long pid : pids) {
            for (String file : List.of("cmdline", "environ")) {
                find(Path.of("/proc", Long.toString(pid), file), secrets, found);
            }
        }
        return found;
    }

    /** The same in the files below a folder that {@code name} is a part of the path of. */
    static List<String> inFiles(Path folder, String name, List<String> secrets) {
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            if (file.toString().contains(name)) {
                find(file, secrets, found);
            }
        }
        return found;
    }

    private static void find(Path file, List<String> secrets, List<String> found) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                if (text.contains(secret)) {
                    found.add(secret.substring(0, Math.min(4, secret.length())) + "... in " + file);
                }
            }
        } catch (IOException e) {
            // it ended, or was rotated, meanwhile
        }
    }

    /** All files below a folder. */
    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of everything below a folder, folders too. */
    static List<String> listing(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(path -> folder.relativize(path).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
