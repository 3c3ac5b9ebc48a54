package dev.rbee.service.queen.links;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rbee.client.ssh.SshLogin;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords and passphrases of the machines: in memory, and those the user wants remembered in a file for the user alone (0600). Thread-safe;
 * blocks on the disk where it says so.
 */
final class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, SshLogin> known = new ConcurrentHashMap<>();

    /** One machine's in the file. */
    private record Kept(@Nullable String password, @Nullable String passphrase) {}

    /** Reads the file where there is one; one that cannot be read is left alone, and its logins are asked for again. */
    Logins(Path file) {
        this.file = file;
        kept().forEach((name, login) -> known.put(name, new SshLogin(login.password(), login.passphrase(), true)));
    }

    /** What is known for that machine; keys and agent where nothing is. */
    SshLogin of(String name) {
        return known.getOrDefault(name, SshLogin.KEYS);
    }

    /** From now on; {@code remember} writes it down (blocks). */
    void put(String name, SshLogin login, boolean remember) {
        known.put(name, login);
        if (remember) {
            change(all -> all.put(name, new Kept(login.password(), login.passphrase())));
        }
    }

    /** Knows it no longer; blocks where it was written down. */
    void forget(String name) {
        known.remove(name);
        if (Files.exists(file)) {
            change(all -> all.remove(name));
        }
    }

    private interface Change {
        void to(Map<String, Kept> all);
    }

    private void change(Change change) {
        writing.lock();
        try {
            Map<String, Kept> all = kept();
            change.to(all);
            PrivateFiles.replace(file, Json.write(all));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.STORAGE_FULL,
                            "The login cannot be written down in " + file + ": " + e.getMessage() + ".",
                            "It holds until the queen ends; see to that folder."),
                    e);
        } finally {
            writing.unlock();
        }
    }

    private Map<String, Kept> kept() {
        Map<String, Kept> all = new TreeMap<>();
        if (!Files.exists(file)) {
            return all;
        }
        try {
            PrivateFiles.restrict(file);
            JsonNode tree = Json.tree(Files.readAllBytes(file));
            for (Map.Entry<String, JsonNode> each : tree.properties()) {
                all.put(each.getKey(), Json.read(each.getValue().toString(), Kept.class));
            }
        } catch (IOException | ProblemException e) {
            LOG.warn("logins file={} cannot be read and is left alone", file);
        }
        return all;
    }
}
