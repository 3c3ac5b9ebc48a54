package dev.rbee.service.home;

import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file under {@code run/}: written when a daemon serves, removed when it stops cleanly. After a crash it stays, so
 * whoever reads it asks the address for a proof before believing it. All methods touch the disk.
 */
public record RunFile(Path file) {
    /** What it says. */
    public record Content(int port, long pid, String instance, String url) {}

    /** Writes it in one step. */
    public void write(Content content) {
        try {
            PrivateFiles.createFolder(file.resolveSibling("").toAbsolutePath());
            PrivateFiles.replace(file, Json.write(content) + "\n");
        } catch (IOException e) {
            throw PrivateFiles.problem("write", file, e);
        }
    }

    /** What it says; empty where it is not there or not readable. */
    public Optional<Content> read() {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), Content.class));
        } catch (IOException | ProblemException e) {
            return Optional.empty();
        }
    }

    /** Removes it if it is that instance's own. */
    public void remove(String instance) {
        if (read().map(content -> content.instance().equals(instance)).orElse(false)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw PrivateFiles.problem("remove", file, e);
            }
        }
    }
}
