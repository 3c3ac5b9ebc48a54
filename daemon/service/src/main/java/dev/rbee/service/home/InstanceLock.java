package dev.rbee.service.home;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One queen and one hive per home: the system's lock on a file, which ends with its process however that dies. The file
 * itself stays.
 */
public final class InstanceLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private InstanceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock without waiting. Throws {@link ProblemException} {@code already_running}, with the address of the
     * queen that holds it where that is known.
     */
    public static InstanceLock acquire(Home home) {
        return acquire(home, "queen", home.queenLock());
    }

    /** The same for the home's hive, on {@code run/hive.lock}: two would take each other's workers for leftovers. */
    public static InstanceLock hive(Home home) {
        return acquire(home, "hive", home.run().resolve("hive.lock"));
    }

    private static InstanceLock acquire(Home home, String component, Path file) {
        FileChannel channel = open(file);
        if (tryLock(file, channel) == null) {
            close(file, channel);
            String where = home.runFile(component)
                    .read()
                    .map(running -> " at " + running.url() + " (process " + running.pid() + ")")
                    .orElse("");
            throw ProblemException.of(
                    ProblemCode.ALREADY_RUNNING,
                    "A " + component + " of " + home.path() + " is running already" + where + ".",
                    "Use that one, stop it, or give this one another RBEE_HOME.");
        }
        return new InstanceLock(file, channel);
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        close(file, channel);
    }

    private static FileChannel open(Path file) {
        try {
            return PrivateFiles.open(file);
        } catch (IOException e) {
            throw PrivateFiles.problem("lock", file, e);
        }
    }

    private static @Nullable FileLock tryLock(Path file, FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another one in this very process
        } catch (IOException e) {
            throw PrivateFiles.problem("lock", file, e);
        }
    }

    private static void close(Path file, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw PrivateFiles.problem("lock", file, e);
        }
    }
}
