package dev.rbee.client.ssh;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why a transfer failed. SFTP only knows "failure": the machine's own words are asked for by writing one byte more. */
final class TransferProblems {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Puts a byte behind the file's end, or a file into its folder; takes it away again; prints what the system says against it. */
    private static final String TRY = """
            LC_ALL=C; export LC_ALL
            file=$1
            size=$(wc -c 2>/dev/null <"$file") || size=
            if [ -n "$size" ]; then
                dd if=/dev/zero of="$file" bs=1 count=1 seek=$((size)) conv=notrunc 2>&1 &&
                    dd if=/dev/null of="$file" bs=1 seek=$((size)) 2>/dev/null
            else
                dd if=/dev/zero of="$file" bs=4096 count=1 2>&1
                rm -f -- "$file"
            fi
            """;

    private final Channels channels;
    private final Commands commands;

    TransferProblems(Channels channels, Commands commands) {
        this.channels = channels;
        this.commands = commands;
    }

    ProblemException of(String path, @Nullable String writing, SftpException e) {
        if (!channels.alive()) {
            return channels.lost();
        }
        String where = path + " on " + channels.name();
        if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
            return problem(
                    ProblemCode.INSTALL_FAILED,
                    "The folder of " + where + " does not exist.",
                    "Install the node again.",
                    e);
        }
        String words = e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED
                ? "permission denied"
                : writing == null ? "" : reason(writing);
        if (!channels.alive()) { // lost meanwhile
            return channels.lost();
        }
        if (words.contains("no space") || words.contains("quota") || words.contains("file too large")) {
            return problem(
                    ProblemCode.STORAGE_FULL,
                    "The disk of " + channels.name() + " is full: " + path + " cannot be written (" + words + ").",
                    "Make room there, or choose another install path; then try again: what is there already is not sent twice.",
                    e);
        }
        String said = words.isEmpty() ? Cleaner.line(String.valueOf(e.getMessage())) : words;
        return problem(
                ProblemCode.INSTALL_FAILED,
                where + " cannot be " + (writing == null ? "read: " : "written: ") + said + ".",
                "Choose an install path that belongs to this user.",
                e);
    }

    private static ProblemException problem(ProblemCode code, String message, String hint, SftpException cause) {
        return new ProblemException(Problem.of(code, message, hint), cause);
    }

    /** What the system says, lower case; empty where it has nothing against it. */
    private String reason(String path) {
        try {
            for (String line :
                    commands.run(TRY, PATIENCE, l -> {}, path).out().lines().toList()) {
                String lower = line.toLowerCase(Locale.ROOT);
                int at = lower.lastIndexOf(": ");
                if (at > 0 && !lower.contains("records") && !lower.contains("copied")) {
                    return Cleaner.line(lower.substring(at + 2));
                }
            }
        } catch (ProblemException e) {
            return "";
        }
        return "";
    }
}
