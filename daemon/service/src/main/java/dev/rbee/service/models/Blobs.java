package dev.rbee.service.models;

import dev.rbee.service.home.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code models/blobs/sha256-<hash>}: bytes by what they are. Readable names are further hard links to them, so a file has its bytes once
 * however many names it has, and a blob with no other link is one that no name uses. Methods touch the disk.
 */
final class Blobs {
    private static final Logger LOG = LoggerFactory.getLogger(Blobs.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String PREFIX = "sha256-";

    private final Path folder;

    Blobs(Path folder) {
        PrivateFiles.createFolder(folder);
        this.folder = folder;
    }

    static boolean isHash(String text) {
        return SHA256.matcher(text).matches();
    }

    /** Where the bytes with that hash are, or would be. */
    Path path(String sha256) {
        if (!isHash(sha256)) {
            throw new IllegalArgumentException("no hash: " + sha256);
        }
        return folder.resolve(PREFIX + sha256);
    }

    /** The hash of one of its files. */
    static String hash(Path blob) {
        return blob.getFileName().toString().substring(PREFIX.length());
    }

    /** The bytes with that hash, where they are here. */
    Optional<Path> find(String sha256) {
        Path blob = path(sha256);
        return Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS) ? Optional.of(blob) : Optional.empty();
    }

    /**
     * Gives the bytes a further name. On a file system without hard links they move there, and are here no more. Throws
     * {@link FileAlreadyExistsException} where something else has that name.
     */
    void name(Path blob, Path name) throws IOException {
        if (Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.isSameFile(blob, name)) {
                return;
            }
            throw new FileAlreadyExistsException(name.toString());
        }
        try {
            Files.createLink(name, blob);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("no hard link {}: {}", name, e.toString());
            Files.move(blob, name, StandardCopyOption.ATOMIC_MOVE);
        }
        sync(name.resolveSibling("").toAbsolutePath());
    }

    /** Lends the bytes of a file that has a plain name, where that can be: they are here as well then. The file stays as it is. */
    Optional<Path> lend(Path file, String sha256) throws IOException {
        try {
            Files.createLink(path(sha256), file);
            sync(folder);
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("no hard link to {}: {}", file, e.toString()); // another system, another owner
        }
        return find(sha256);
    }

    /** All hashes here. */
    List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.startsWith(PREFIX) && isHash(each.substring(PREFIX.length())))
                    .map(each -> each.substring(PREFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    /** How many names a file has; 0 where the system does not say. */
    static int links(Path file) throws IOException {
        try {
            return (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return 0;
        }
    }

    /** Returns when the folder's entries are on the disk, where the system can say so. */
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.trace("folder={} is not synced: {}", folder, e.toString());
        }
    }
}
