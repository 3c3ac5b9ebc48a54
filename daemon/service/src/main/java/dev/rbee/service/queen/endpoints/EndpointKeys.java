package dev.rbee.service.queen.endpoints;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keys of attached servers by their names, in a file that only the user can read. Methods block on the disk. Thread-safe. */
final class EndpointKeys {
    private static final TypeReference<TreeMap<String, String>> KEYS = new TypeReference<>() {};

    private final Path file;

    EndpointKeys(Path file) {
        this.file = file;
    }

    /** All. */
    synchronized Map<String, String> all() {
        return read();
    }

    /** Sets one; null takes it away. */
    synchronized void set(String name, @Nullable String key) {
        Map<String, String> keys = read();
        boolean changed = key == null ? keys.remove(name) != null : !key.equals(keys.put(name, key));
        if (!changed) {
            return;
        }
        try {
            PrivateFiles.replace(file, Json.write(keys) + "\n");
        } catch (IOException e) {
            throw problem("written", e);
        }
    }

    private Map<String, String> read() {
        try {
            if (!Files.exists(file)) {
                return new TreeMap<>();
            }
            PrivateFiles.restrict(file);
            return Json.MAPPER.readValue(file.toFile(), KEYS);
        } catch (IOException e) {
            throw problem("read", e);
        }
    }

    /** Without the cause: a parser's message quotes what it could not read. */
    private ProblemException problem(String what, IOException e) {
        return ProblemException.of(
                ProblemCode.CONFIG_INVALID,
                "The keys of attached servers in " + file + " cannot be " + what + " ("
                        + e.getClass().getSimpleName() + ").",
                "Check the file and its rights, or delete it and attach those servers again.");
    }
}
