package dev.rbee.service.home;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one installation ({@code RBEE_HOME}, by default {@code ~/.rbee}) and the names in it (design section 6).
 * Methods that touch the disk say so and throw {@link ProblemException} when they cannot.
 *
 * @param path absolute
 */
public record Home(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(Home.class);

    /** From {@code RBEE_HOME}, else {@code .rbee} in the user's home. Touches nothing. */
    public static Home of(Map<String, String> environment) {
        String named = environment.get("RBEE_HOME");
        return named == null || named.isBlank()
                ? at(Path.of(System.getProperty("user.home"), ".rbee"))
                : at(Path.of(named));
    }

    /** That folder. Touches nothing. */
    public static Home at(Path path) {
        return new Home(path.toAbsolutePath().normalize());
    }

    /** SQLite database of the queen. */
    public Path database() {
        return path.resolve("beehives.db");
    }

    /** Where the queen keeps copies of it. */
    public Path backups() {
        return path.resolve("backups");
    }

    /** Unpacked native libraries and the like, which must not lie where others can write. */
    public Path tmp() {
        return path.resolve("tmp");
    }

    /** Settings. */
    public Path config() {
        return path.resolve("rbee.toml");
    }

    /** The administrator's token, 0600. */
    public Path tokenFile() {
        return path.resolve("token");
    }

    /** Keys of attached servers, 0600. */
    public Path endpointKeys() {
        return path.resolve("endpoint_keys.json");
    }

    /** Last known addresses. */
    public Path knownComponents() {
        return path.resolve("known_components.json");
    }

    /** Model files. */
    public Path models() {
        return path.resolve("models");
    }

    /** The catalogue of models, as it was fetched last. */
    public Path library() {
        return path.resolve("library.json");
    }

    /** Log files. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Where running daemons say that they run. */
    public Path run() {
        return path.resolve("run");
    }

    /** {@code run/<component>.json} of {@code registry}, {@code queen} or {@code hive}. */
    public RunFile runFile(String component) {
        return new RunFile(run().resolve(component + ".json"));
    }

    /** Locked by the process that is the queen of this installation. */
    public Path queenLock() {
        return path.resolve("queen.lock");
    }

    /** Creates the folders, for the user alone (0700). Touches the disk; harmless when they are there. */
    public Home create() {
        for (Path folder : new Path[] {path, models(), logs(), run(), tmp()}) {
            PrivateFiles.createFolder(folder);
        }
        return this;
    }

    /** The administrator's token, or null where none was made yet. Reads the disk. */
    public @Nullable String existingToken() {
        try {
            if (!Files.exists(tokenFile())) {
                return null;
            }
            String token = Files.readString(tokenFile()).strip();
            if (token.length() < 16) {
                throw new ProblemException(Problem.of(
                        ProblemCode.CONFIG_INVALID,
                        "The token file " + tokenFile() + " is empty or too short.",
                        "Delete it; rbee makes a new one at its next start."));
            }
            if (PrivateFiles.restrict(tokenFile())) {
                LOG.warn(
                        "token file={} could be read by other users of this machine; mended now. If you do not trust them,"
                                + " delete it and start rbee again for a new token",
                        tokenFile());
            }
            return token;
        } catch (IOException e) {
            throw PrivateFiles.problem("read", tokenFile(), e);
        }
    }

    /**
     * The administrator's token; made, with the folders, where there is none yet. Of two processes that make it at once
     * one wins and both return its token.
     */
    public String token(SecureRandom random) {
        String there = existingToken();
        if (there != null) {
            return there;
        }
        create();
        String fresh = Keys.newToken(random);
        try {
            PrivateFiles.createOnce(tokenFile(), fresh + "\n");
            return fresh;
        } catch (FileAlreadyExistsException e) {
            String other = existingToken();
            if (other != null) {
                return other;
            }
            throw PrivateFiles.problem("read", tokenFile(), e);
        } catch (IOException e) {
            throw PrivateFiles.problem("create", tokenFile(), e);
        }
    }
}
