package dev.rbee.service.update.change;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.service.archive.Unpack;
import dev.rbee.service.update.UpdateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Unpacks a new version beside the one in force. Blocks; whatever fails leaves everything as it was. */
public final class Staging {
    /** So often the packed size may be needed, unpacked and with what is kept. */
    private static final long ROOM = 4;

    private final Slots slots;
    private final UpdateFolder folder;

    /** For that installation. */
    public Staging(Slots slots, UpdateFolder folder) {
        this.slots = slots;
        this.folder = folder;
    }

    /**
     * Unpacks that archive as the version {@code to}; the version that was kept before is given up. Throws {@code storage_full},
     * {@code update_refused} where the folder cannot be written, and {@code update_failed} for an archive that is none of rbee.
     */
    public Change stage(Path archive, String from, String to, Instant now) {
        Path above = Objects.requireNonNull(slots.root().getParent(), "an installation is in a folder");
        if (!Files.isWritable(above)) {
            throw ProblemException.of(
                    ProblemCode.UPDATE_REFUSED,
                    above + " belongs to somebody else, so no new version can be put there.",
                    "Install it as the owner of that folder.");
        }
        try {
            room(above, Files.size(archive));
            Slots.delete(slots.unpacking());
            Unpack.unpack(archive, slots.unpacking(), Unpack.Limits.USUAL, Staging::bad);
            Path image = top(slots.unpacking());
            if (!Files.isExecutable(Slots.program(image))) {
                throw bad("there is no program rbee in it");
            }
            Slots.mark(image, to);
            Slots.delete(slots.other());
            Files.move(image, slots.other(), StandardCopyOption.ATOMIC_MOVE);
            Change staged =
                    new Change(Change.Phase.STAGED, from, to, slots.root().toString(), now, null);
            staged.write(folder.change());
            return staged;
        } catch (IOException e) {
            throw disk(e);
        } finally {
            tidy();
        }
    }

    private void tidy() {
        try {
            Slots.delete(slots.unpacking());
        } catch (IOException e) {
            // in the way of nobody; the next one deletes it
        }
    }

    /** Gives up what was staged; nothing where nothing is. */
    public void discard() {
        try {
            Slots.delete(slots.other());
            Files.deleteIfExists(folder.change());
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private static void room(Path above, long packed) throws IOException {
        long free = Files.getFileStore(above).getUsableSpace();
        if (free < packed * ROOM) {
            throw ProblemException.of(
                    ProblemCode.STORAGE_FULL,
                    String.format(
                            Locale.ROOT,
                            "The new version needs about %.0f MB in %s, which has %.0f MB left.",
                            packed * ROOM / 1e6,
                            above,
                            free / 1e6),
                    "Make room and try again; what was fetched is kept.");
        }
    }

    /** The one folder in it, or itself. */
    private static Path top(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.toList();
            return found.size() == 1 && Files.isDirectory(found.getFirst()) ? found.getFirst() : folder;
        }
    }

    private static ProblemException bad(String why) {
        return ProblemException.of(
                ProblemCode.UPDATE_FAILED,
                "The new version is not unpacked: " + why + ".",
                "The version that runs stays. Tell whoever publishes it.");
    }

    private static ProblemException disk(IOException e) {
        boolean full = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("no space left");
        return new ProblemException(
                Problem.of(
                        full ? ProblemCode.STORAGE_FULL : ProblemCode.UPDATE_FAILED,
                        "The new version could not be unpacked: " + e + ".",
                        full ? "Make room and try again; what was fetched is kept." : "The version that runs stays."),
                e);
    }
}
