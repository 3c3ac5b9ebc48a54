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
 * One queen per home: the system's lock on {@code queen.lock}, which ends with its process however that dies. The file
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
        FileChannel channel = open(home.queenLock());
        if (tryLock(home.queenLock(), channel) == null) {
            close(home.queenLock(), channel);
            String where = home.runFile("queen")
                    .read()
                    .map(running -> " at " + running.url() + " (process " + running.pid() + ")")
                    .orElse("");
            throw ProblemException.of(
                    ProblemCode.ALREADY_RUNNING,
                    "A queen of " + home.path() + " is running already" + where + ".",
                    "Use that one, stop it, or give this one another RBEE_HOME.");
        }
        return new InstanceLock(home.queenLock(), channel);
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
            return null; // another queen in this very process
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
