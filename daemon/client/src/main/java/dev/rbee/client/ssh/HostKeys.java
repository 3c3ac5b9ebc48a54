package dev.rbee.client.ssh;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The host keys that somebody has accepted: rbee's own {@code known_hosts}, and the user's, which is only read. Both are read anew at each question.
 * Thread-safe; methods read or write small files.
 */
public final class HostKeys {
    private final Path own;
    private final @Nullable Path users;

    /**
     * Over two files that need not exist.
     *
     * @param own written here, 0600
     * @param users read only; null for none
     */
    public HostKeys(Path own, @Nullable Path users) {
        this.own = own;
        this.users = users;
    }

    /** What is known of a host. */
    sealed interface Verdict {
        /** It has shown this key before. */
        record Known() implements Verdict {}

        /** Nobody has seen it. */
        record Unknown() implements Verdict {}

        /** It had other keys, or this one was revoked. */
        record Changed(List<String> expected, Path file) implements Verdict {}
    }

    /** Judges the key a host shows. A host with other keys only, of whatever type, has changed. */
    Verdict check(String host, int port, byte[] key) {
        String name = KnownHost.name(host, port);
        boolean known = false;
        Verdict changed = null;
        for (Path file : files()) {
            List<KnownHost> lines = matching(file, name);
            if (lines.stream().anyMatch(l -> l.revoked() && l.hasKey(key))) {
                return new Verdict.Changed(List.of("revoked"), file);
            }
            known |= lines.stream().anyMatch(l -> !l.revoked() && l.hasKey(key));
            List<String> others = lines.stream()
                    .filter(l -> !l.revoked())
                    .map(l -> Fingerprints.of(l.blob()))
                    .distinct()
                    .toList();
            if (changed == null && !others.isEmpty()) {
                changed = new Verdict.Changed(others, file);
            }
        }
        if (known) {
            return new Verdict.Known();
        }
        return changed == null ? new Verdict.Unknown() : changed;
    }

    /** Keys known of a host, so that it is asked for one of these. */
    List<byte[]> known(String host, int port) {
        String name = KnownHost.name(host, port);
        List<byte[]> keys = new ArrayList<>();
        for (Path file : files()) {
            matching(file, name).stream().filter(l -> !l.revoked()).forEach(l -> keys.add(l.blob()));
        }
        return keys;
    }

    /** Writes an accepted key down. Nothing where it stands there already. */
    public synchronized void remember(String host, int port, byte[] key) {
        if (check(host, port, key) instanceof Verdict.Known) {
            return;
        }
        List<String> lines = new ArrayList<>(read(own));
        lines.add(KnownHost.name(host, port) + " " + Fingerprints.type(key) + " "
                + Base64.getEncoder().encodeToString(key));
        write(lines);
    }

    /** Forgets what rbee's own file knows of a host, for a machine that was set up anew. True where something was there. */
    public synchronized boolean forget(String host, int port) {
        String name = KnownHost.name(host, port);
        List<String> before = read(own);
        List<String> after = before.stream()
                .filter(l -> KnownHost.parse(l).filter(k -> k.matches(name)).isEmpty())
                .toList();
        if (after.size() == before.size()) {
            return false;
        }
        write(after);
        return true;
    }

    /** Hosts that stand in these files in clear, for pickers: {@code host} or {@code [host]:port}. */
    public Set<String> hosts() {
        Set<String> names = new LinkedHashSet<>();
        for (Path file : files()) {
            entries(file)
                    .filter(k -> !k.revoked())
                    .flatMap(KnownHost::clearNames)
                    .forEach(names::add);
        }
        return names;
    }

    private List<Path> files() {
        Path second = users;
        return second == null ? List.of(own) : List.of(own, second);
    }

    private static List<KnownHost> matching(Path file, String name) {
        return entries(file).filter(k -> k.matches(name)).toList();
    }

    private static Stream<KnownHost> entries(Path file) {
        return read(file).stream().flatMap(l -> KnownHost.parse(l).stream());
    }

    private static List<String> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.CONFIG_INVALID,
                    "The known host keys in " + file + " cannot be read: " + e.getMessage(),
                    "Make the file readable.");
        }
    }

    private void write(List<String> lines) {
        Path next = own.resolveSibling(own.getFileName() + ".new");
        try {
            Files.createDirectories(own.toAbsolutePath().getParent());
            Files.deleteIfExists(next);
            if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(next);
            }
            String text = String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
            Files.writeString(
                    next, text, StandardCharsets.ISO_8859_1, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(next, own, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw ProblemException.of(
                    ProblemCode.STORAGE_FULL,
                    "The host key cannot be written to " + own + ": " + e.getMessage(),
                    "Make room or make it writable.");
        }
    }
}
