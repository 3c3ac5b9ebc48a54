package dev.rbee.app.instance;

import dev.rbee.app.words.Words;
import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one application of a home folder. The system's lock on a file decides who is the first, so a crash leaves nothing to clear away; the first
 * one listens on loopback and knows its callers by a secret in a file for the user alone. Thread-safe; methods touch the disk.
 */
public final class Instance implements AutoCloseable {
    private static final Words WORDS = Words.of(Instance.class);

    private final FileChannel lock;
    private final Path plate;
    private final Door door;

    private Instance(FileChannel lock, Path plate, Door door) {
        this.lock = lock;
        this.plate = plate;
        this.door = door;
    }

    /**
     * Becomes the first one of that folder; empty where there is one already, which {@link #call} reaches.
     *
     * @param run folder of the home where running programs say that they run; made where it is missing
     */
    public static Optional<Instance> claim(Path run, SecureRandom random) {
        PrivateFiles.createFolder(run);
        Path plate = run.resolve("app.json");
        FileChannel lock = null;
        try {
            lock = locked(run.resolve("app.lock"));
            if (lock == null) {
                return Optional.empty();
            }
            Files.deleteIfExists(plate); // of one that crashed
            String secret = Keys.newToken(random);
            Door door = new Door(secret);
            Doorplate words =
                    new Doorplate(door.port(), secret, ProcessHandle.current().pid());
            PrivateFiles.replace(plate, Json.write(words) + "\n");
            return Optional.of(new Instance(lock, plate, door));
        } catch (IOException e) {
            closeQuietly(lock);
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    WORDS.get("cannot.write.to", String.valueOf(run), e.getMessage()),
                    WORDS.get("check.the.rights.of.that"));
        }
    }

    private static @Nullable FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // another one in this very process
        }
        channel.close();
        return null;
    }

    private static void closeQuietly(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // its process ends soon
        }
    }

    /** Has the first one show itself and take these arguments; false where it did not answer in some seconds. Blocks for that long. */
    public static boolean call(Path run, List<String> arguments) {
        return new Knock(run.resolve("app.json")).knock(arguments);
    }

    /** Gets the arguments of each later start from now on, those that came before too; on a thread of this class. */
    public void onCall(Consumer<List<String>> listener) {
        door.onCall(listener);
    }

    /** Answers no call any more, but stays the first one: later starts wait for its end. */
    public void leave() {
        door.close();
        try {
            if (lock.isOpen()) {
                Files.deleteIfExists(plate);
            }
        } catch (IOException e) {
            // a stale file is removed by the next one
        }
    }

    /** Lets another one be the first; harmless again. */
    @Override
    public void close() {
        leave();
        closeQuietly(lock);
    }
}
