package dev.rbee.testing.llama;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Programs to be started as llama-server. */
public final class LlamaPrograms {
    private LlamaPrograms() {}

    /** Writes {@code <folder>/llama-server}, a program that is the stand-in with those habits. */
    public static Path standIn(Path folder, Habit... habits) {
        boolean deaf = List.of(habits).contains(Habit.IGNORES_SIGTERM);
        // What a shell ignores, the JVM leaves ignored.
        StringBuilder script = new StringBuilder("#!/bin/sh\n" + (deaf ? "trap '' TERM\n" : "") + "exec '")
                .append(Path.of(System.getProperty("java.home"), "bin", "java"))
                .append("' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -cp '")
                .append(Path.of(classes()))
                .append("' ")
                .append(StandInMain.class.getName());
        for (Habit habit : habits) {
            script.append(" --habit ").append(habit.word());
        }
        try {
            Files.createDirectories(folder);
            Path program = folder.resolve("llama-server");
            Files.writeString(program, script.append(" \"$@\"\n"));
            return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The real one, where {@code -Drbee.llama_server} names it. */
    public static Optional<Path> real() {
        String given = System.getProperty("rbee.llama_server", "");
        if (given.isBlank()) {
            return Optional.empty();
        }
        Path program = Path.of(given).toAbsolutePath();
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("rbee.llama_server names no program: " + program);
        }
        return Optional.of(program);
    }

    private static String classes() {
        try {
            return Path.of(StandInMain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
