package dev.rbee.client.ssh;

import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What can be done on a machine that was logged in to. Thread-safe; every method blocks and throws {@link ProblemException}
 * ({@code ssh_unreachable} when the connection is lost, {@code timeout}, {@code storage_full}, {@code install_failed}).
 */
public interface RemoteShell {
    /**
     * Runs a POSIX shell script there by feeding it to {@code sh -s} on stdin, so that its text is in no argv; {@code args} become {@code $1},
     * {@code $2}..., quoted by us: nothing that a user typed may stand in the script itself. A command that exits with another status than 0 is
     * no failure here.
     *
     * @param deadline after it the command is ended and {@code timeout} is thrown
     */
    Ran run(String script, Duration deadline, String... args);

    /** The same; whole lines of both outputs are given to {@code lines} as they come, cleaned of control characters. */
    Ran run(String script, Duration deadline, Consumer<String> lines, String... args);

    /** Writes a small file with these rights (octal, {@code 0600}), under its final name only when whole; makes no folder. */
    void write(String path, byte[] content, int mode);

    /** Reads a small file, up to {@code most} bytes. Empty where there is none. */
    Optional<byte[]> read(String path, int most);

    /**
     * Copies a local file there by SFTP. Goes on behind what is there already when that is not longer than the file (the caller checks the hash
     * afterwards).
     *
     * @param progress bytes that are there, from time to time
     * @param cancelled asked from time to time; true ends with {@code cancelled} and leaves what is there for the next time
     * @return bytes that were sent now
     */
    long upload(Path file, String path, LongConsumer progress, BooleanSupplier cancelled);

    /**
     * How a command ended.
     *
     * @param status exit status; -1 where it was killed
     * @param out its output, bounded (the end is kept), cleaned of control characters
     * @param err its error output, in the same way
     */
    record Ran(int status, String out, String err) {
        /** Exit status 0. */
        public boolean ok() {
            return status == 0;
        }
    }
}
