package dev.rbee.service.hive.engines;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code engines/llama-server}: one folder per installed version. Methods read the disk. */
final class EngineFolder {
    private static final Logger LOG = LoggerFactory.getLogger(EngineFolder.class);
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int DEPTH = 4;
    /** In a version's folder that holds no program: where it lies instead. */
    static final String LINK = "program.path";

    private final Path folder;

    /** @param folder need not be there */
    EngineFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** The folder of that version, whether it is there or not. Throws {@code invalid_field} for what is no version's name. */
    Path version(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new ProblemException(Problem.field(
                    "version",
                    "\"version\" is not usable as the name of a version.",
                    "Use letters, digits, dot, dash and underscore, at most 64."));
        }
        return folder.resolve(version);
    }

    /** Those installed, newest name first. */
    List<EngineProgram> installed() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<EngineProgram> found = new ArrayList<>();
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : versions.sorted(
                            Comparator.comparing(EngineFolder::order).reversed())
                    .toList()) {
                String name = String.valueOf(version.getFileName());
                if (VERSION.matcher(name).matches()) {
                    program(version).ifPresent(path -> found.add(new EngineProgram(path, name, "installed")));
                }
            }
        } catch (IOException e) {
            LOG.warn("folder={} can't be read: {}", folder, e.toString());
        }
        return found;
    }

    /** The program in a version's folder. */
    static Optional<Path> program(Path version) {
        try {
            Path link = version.resolve(LINK);
            if (Files.isRegularFile(link)) {
                Path there = Path.of(Files.readString(link).strip());
                return Optional.of(there).filter(Files::isExecutable);
            }
            try (Stream<Path> inside = Files.walk(version, DEPTH)) {
                return inside.filter(file -> String.valueOf(file.getFileName()).equals(programName()))
                        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                        .min(Comparator.comparingInt(Path::getNameCount));
            }
        } catch (IOException e) {
            LOG.warn("folder={} can't be read: {}", version, e.toString());
            return Optional.empty();
        }
    }

    /** The first one on that search path. */
    static @Nullable Path onPath(String searchPath) {
        for (String each : searchPath.split(Pattern.quote(File.pathSeparator))) {
            if (!each.isBlank()) {
                Path program = Path.of(each).resolve(programName());
                if (Files.isRegularFile(program) && Files.isExecutable(program)) {
                    return program.toAbsolutePath();
                }
            }
        }
        return null;
    }

    static String programName() {
        return File.separatorChar == '\\' ? "llama-server.exe" : "llama-server";
    }

    /** So that b999 comes before b1000. */
    private static String order(Path version) {
        return Pattern.compile("\\d+")
                .matcher(String.valueOf(version.getFileName()))
                .replaceAll(number -> "0".repeat(Math.max(0, 12 - number.group().length())) + number.group());
    }

    /** Deletes a tree; what cannot be deleted is left. */
    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.warn("folder={} not deleted: {}", tree, e.toString());
        }
    }
}
