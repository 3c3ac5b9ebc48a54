package dev.rbee.service.home;

import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders for the user alone; where the system has no such rights, the user's own folder must do. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Creates the folder and its parents, 0700. A folder that is there is left as it is. */
    public static void createFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, rights("rwx------"));
            }
        } catch (IOException e) {
            throw problem("create", folder, e);
        }
    }

    /** Takes all rights on the file from everybody else; true where somebody had some. */
    public static boolean restrict(Path file) throws IOException {
        if (!POSIX) {
            return false;
        }
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString("rw-------");
        boolean open = !wanted.containsAll(Files.getPosixFilePermissions(file));
        if (open) {
            Files.setPosixFilePermissions(file, wanted);
        }
        return open;
    }

    /** Returns when the file's content is on the disk. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Opens for reading and writing; created 0600 where it is not there. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                rights("rw-------"));
    }

    /** Creates a 0600 file with all its text at once, or throws {@code FileAlreadyExistsException} and changes nothing. */
    public static void createOnce(Path file, String text) throws IOException {
        Path fresh = fresh(file, text);
        try {
            Files.createLink(file, fresh);
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Replaces the file by a 0600 file with this text; readers see the old or the new one, never a part. */
    public static void replace(Path file, String text) throws IOException {
        Path fresh = fresh(file, text);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path fresh(Path file, String text) throws IOException {
        Path folder = file.resolveSibling("").toAbsolutePath();
        Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", rights("rw-------"));
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        return fresh;
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    static ProblemException problem(String verb, Path file, IOException cause) {
        String why = cause.getMessage() == null || cause.getMessage().equals(file.toString())
                ? cause.getClass().getSimpleName()
                : cause.getMessage();
        return new ProblemException(
                Problem.of(
                        ProblemCode.CONFIG_INVALID,
                        "Cannot " + verb + " " + file + ": " + why + ".",
                        "Check the rights of that folder, or set RBEE_HOME to another one."),
                cause);
    }
}
