package dev.rbee.service.models.fetch;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps a disk from being filled. Thread-safe; reads the file system. */
final class DiskSpace {
    private final FreeSpace space;
    private final long reserve;

    DiskSpace(FreeSpace space, long reserve) {
        this.space = space;
        this.reserve = reserve;
    }

    /** Throws the fault {@code storage_full} where so many more bytes do not fit. */
    void demand(Path part, long more, String what) throws IOException {
        Path folder = PartFile.folder(part);
        long free = space.usable(folder);
        if (free - reserve < more) {
            throw full(
                    what + " needs " + amount(more) + " more, but " + folder + " has " + amount(free) + " left"
                            + (free < more ? "" : ", of which " + amount(reserve) + " stay free") + ".",
                    null);
        }
    }

    /** Throws the fault {@code storage_full} where nearly nothing is left. */
    void check(Path part) throws IOException {
        Path folder = PartFile.folder(part);
        if (space.usable(folder) < reserve / 2) {
            throw full("The disk of " + folder + " is nearly full.", null);
        }
    }

    /** What a failed write means. */
    static IOException of(IOException e) {
        String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full =
                why.contains("no space left") || why.contains("quota exceeded") || why.contains("not enough space");
        return full ? full("The disk is full.", e) : e;
    }

    private static SourceFault full(String message, @Nullable Throwable cause) {
        return new SourceFault(
                SourceFault.Kind.FINAL,
                Problem.of(
                        ProblemCode.STORAGE_FULL,
                        message,
                        "Make room: rbee model gc, rbee model rm. What came is kept; fetch it again to go on."),
                null,
                cause);
    }

    static String amount(long bytes) {
        return bytes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / 1e6));
    }
}
