package dev.rbee.service.archive;

import dev.rbee.contract.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks an archive of somebody else's making into a folder of its own. Nothing gets out of that folder, no link is ever made (one within the
 * archive becomes a second copy), and sizes and numbers have ends. Files keep the times they have there. What else is wrong with it is refused
 * in the words of whoever unpacks.
 */
public final class Unpack {
    /** Limits of what an archive holds. */
    public record Limits(long bytes, int entries) {
        /** Enough for any engine and for rbee itself. */
        public static final Limits USUAL = new Limits(6L << 30, 5_000);
    }

    private final Path root;
    private final Limits limits;
    private final Function<String, ProblemException> refusal;
    private final Map<Path, Path> links = new HashMap<>();
    private long bytes;
    private int entries;

    private Unpack(Path root, Limits limits, Function<String, ProblemException> refusal) {
        this.root = root.toAbsolutePath().normalize();
        this.limits = limits;
        this.refusal = refusal;
    }

    /**
     * Unpacks a .zip, .tar.gz or .tar; which of them its first bytes say. The folder is made. Blocks.
     *
     * @param refusal makes the problem of what is wrong with the archive, a part of a sentence
     */
    public static void unpack(Path archive, Path folder, Limits limits, Function<String, ProblemException> refusal)
            throws IOException {
        Files.createDirectories(folder);
        Unpack unpack = new Unpack(folder, limits, refusal);
        byte[] head;
        try (InputStream in = Files.newInputStream(archive)) {
            head = in.readNBytes(4);
        }
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
            unpack.zip(archive);
        } else if (head.length == 4 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
            try (InputStream in =
                    new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
                new TarReader(in, unpack).read();
            }
        } else {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
                new TarReader(in, unpack).read();
            }
        }
        unpack.copies();
    }

    private void zip(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        // The format's rights are not read: what has no ending is taken for a program.
                        file(entry.getName(), in, !last(entry.getName()).contains("."), entry.getTime());
                    }
                }
            }
        }
    }

    /** A file of the archive; reads {@code content} to its end. {@code modified}: milliseconds since 1970, 0 where not known. */
    void file(String name, InputStream content, boolean executable, long modified) throws IOException {
        count();
        Path file = inside(name);
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            throw bad("it has the file " + shown(name) + " twice");
        }
        try (var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                bytes += n;
                if (bytes > limits.bytes()) {
                    throw bad("unpacked it has more than " + limits.bytes() + " bytes");
                }
                out.write(buffer, 0, n);
            }
        }
        if (executable) {
            executable(file);
        }
        if (modified > 0) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(modified));
        }
    }

    /** A link of the archive, from its own folder or, {@code hard}, from the top. */
    void link(String name, String target, boolean hard) throws IOException {
        count();
        Path from = inside(name);
        if (target.startsWith("/") || target.contains("\\") || target.indexOf(0) >= 0) {
            throw bad("its link " + shown(name) + " leads out of it");
        }
        Path to = (hard ? root.resolve(target) : from.resolveSibling(target)).normalize();
        if (!to.startsWith(root) || to.equals(root)) {
            throw bad("its link " + shown(name) + " leads out of it");
        }
        links.put(from, to);
    }

    /** Counts an entry that leaves nothing behind. */
    void count() {
        if (++entries > limits.entries()) {
            throw bad("it has more than " + limits.entries() + " entries");
        }
    }

    /** Makes copies of what links name: names of a library's versions, mostly. */
    private void copies() throws IOException {
        for (Map.Entry<Path, Path> link : links.entrySet()) {
            Path target = link.getValue();
            for (int hops = 0; links.containsKey(target) && hops < 8; hops++) {
                target = links.get(target);
            }
            if (Files.isRegularFile(target) && !Files.exists(link.getKey())) {
                bytes += Files.size(target);
                if (bytes > limits.bytes()) {
                    throw bad("unpacked it has more than " + limits.bytes() + " bytes");
                }
                Files.createDirectories(link.getKey().getParent());
                Files.copy(target, link.getKey(), StandardCopyOption.COPY_ATTRIBUTES);
                if (Files.isExecutable(target)) {
                    executable(link.getKey());
                }
            }
        }
    }

    private Path inside(String name) {
        boolean odd = name.isEmpty()
                || name.length() > 400
                || name.startsWith("/")
                || name.contains("\\")
                || name.matches("^[A-Za-z]:.*")
                || name.chars().anyMatch(c -> c < 0x20);
        Path file = odd ? root : root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root) || name.contains("..")) {
            throw bad("its entry " + shown(name) + " leads out of it");
        }
        return file;
    }

    private static void executable(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    file,
                    Set.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));
        }
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return "\"" + (plain.length() > 80 ? plain.substring(0, 80) + "..." : plain) + "\"";
    }

    ProblemException bad(String why) {
        return refusal.apply(why);
    }
}
