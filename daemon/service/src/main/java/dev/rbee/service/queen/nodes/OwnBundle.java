package dev.rbee.service.queen.nodes;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.archive.TarGz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The bundle that an installed rbee makes of its own files for a machine like its own. Its list, {@code node/contents}, was written when the
 * package was made: the bundle's name, then for each file {@code x} or {@code -} (a program or not), its name in the bundle, and where it is,
 * seen from the folder above the list; apart by tabs.
 */
final class OwnBundle {
    private final Path folder;
    private final Path cache;

    /** {@code folder} has the list, {@code cache} gets the bundle. Touches nothing. */
    OwnBundle(Path folder, Path cache) {
        this.folder = folder;
        this.cache = cache;
    }

    /**
     * The bundle whose name ends so; empty where this installation makes no such one. The first call makes it, which takes some seconds; one of
     * an earlier version is deleted then. Throws {@code install_failed} where it cannot be made.
     */
    synchronized Optional<Path> made(String ending) {
        Path list = folder.resolve("contents");
        try {
            if (!Files.isRegularFile(list)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
            String name = lines.getFirst() + ".tar.gz";
            if (!name.endsWith(ending)) {
                return Optional.empty();
            }
            Path file = cache.resolve(name);
            if (!Files.isRegularFile(file)) {
                make(lines, file);
            }
            return Optional.of(file);
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.INSTALL_FAILED,
                    "The bundle for other machines could not be made in " + cache + ": " + e + ".",
                    "Is there room on that disk? Else install rbee again.");
        }
    }

    private void make(List<String> lines, Path file) throws IOException {
        Files.createDirectories(cache);
        clear();
        Map<String, TarGz.Item> items = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split("\t", -1);
            Path source = folder.resolve("..").resolve(parts[2]);
            items.put(parts[1], new TarGz.Item(parts[0].equals("x"), () -> Files.readAllBytes(source)));
        }
        Path part = cache.resolve("rbee-node-" + UUID.randomUUID() + ".part");
        try {
            String hash = TarGz.write(part, items);
            Files.writeString(
                    file.resolveSibling(file.getFileName() + ".sha256"), hash + "  " + file.getFileName() + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Bundles of earlier versions, and what was left of one that was interrupted. */
    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            for (Path old : files.toList()) {
                if (old.getFileName().toString().startsWith("rbee-node-")) {
                    Files.delete(old);
                }
            }
        }
    }
}
