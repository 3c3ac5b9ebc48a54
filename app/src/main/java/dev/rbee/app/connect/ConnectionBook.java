package dev.rbee.app.connect;

import dev.rbee.app.words.Words;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that are known, with their keys, in a file that only the user can read. Thread-safe; changes write the disk. A damaged file
 * is put aside, never overwritten.
 */
public final class ConnectionBook {
    private static final Words WORDS = Words.of(ConnectionBook.class);

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBook.class);

    private record Content(List<Connection> connections) {}

    private final Path file;
    private List<Connection> all;

    /** Over that file, which need not exist. Reads it. */
    public ConnectionBook(Path file) {
        this.file = file;
        all = read();
    }

    private List<Connection> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            PrivateFiles.restrict(file);
            Content content = Json.read(Files.readAllBytes(file), Content.class);
            return content.connections() == null ? List.of() : List.copyOf(content.connections());
        } catch (IOException | ProblemException | NullPointerException e) {
            LOG.warn("file={} cannot be read and is put aside", file);
            aside();
            return List.of();
        }
    }

    private void aside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("file={} cannot be moved: {}", file, e.toString());
        }
    }

    /** Those beside this machine's, the latest added last. */
    public synchronized List<Connection> known() {
        return all;
    }

    /** The one of that id; this machine's where it is not known. */
    public synchronized Connection find(String id) {
        return named(id).orElseGet(Connection.Here::new);
    }

    private Optional<Connection> named(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Remembers it, in place of the one of its id. Throws {@link ProblemException} where the file cannot be written. */
    public synchronized void put(Connection connection) {
        List<Connection> next = new ArrayList<>(all);
        int at = named(connection.id()).map(next::indexOf).orElse(-1);
        if (at < 0) {
            next.add(connection);
        } else {
            next.set(at, connection);
        }
        write(next);
    }

    /** Forgets it with its key. Throws as {@link #put}. */
    public synchronized void forget(String id) {
        write(all.stream().filter(each -> !each.id().equals(id)).toList());
    }

    private void write(List<Connection> next) {
        try {
            PrivateFiles.replace(file, Json.write(new Content(next)) + "\n");
            all = List.copyOf(next);
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    WORDS.get("cannot.write", String.valueOf(file), e.getMessage()),
                    WORDS.get("check.the.rights.of.that"));
        }
    }
}
