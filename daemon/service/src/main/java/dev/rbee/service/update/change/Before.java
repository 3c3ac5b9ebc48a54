package dev.rbee.service.update.change;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a newer version writes in a way the older one does not read: databases, settings, the window's memory. Copied while nothing runs, and put
 * back with the older version. Blocks.
 */
final class Before {
    private static final List<String> DATABASES = List.of("beehives.db", "chats.db");
    private static final List<String> TEXTS = List.of("rbee.toml", "app.json");
    private static final int VERSION_AT = 60;

    private final Path home;
    private final Path copies;

    /** Of that home, in that folder. */
    Before(Path home, Path copies) {
        this.home = home;
        this.copies = copies;
    }

    /** Copies them; earlier copies are given up. */
    void save() throws IOException {
        Path fresh = copies.resolveSibling(copies.getFileName() + ".new");
        Slots.delete(fresh);
        Files.createDirectories(fresh);
        for (Path file : files(home)) {
            Files.copy(file, fresh.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Slots.delete(copies);
        Files.move(fresh, copies, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a database is in a form that the one before did not have. False where nothing was copied. */
    boolean changed() throws IOException {
        for (String name : DATABASES) {
            Path copy = copies.resolve(name);
            Path now = home.resolve(name);
            if (Files.exists(copies) && Files.exists(now) && (!Files.exists(copy) || form(copy) != form(now))) {
                return true;
            }
        }
        return false;
    }

    /** Puts them back; what is there now is put aside into that folder, new each time. Nothing where nothing was copied. */
    void restore(Path aside) throws IOException {
        if (!Files.isDirectory(copies)) {
            return;
        }
        Slots.delete(aside);
        Files.createDirectories(aside);
        for (Path file : files(home)) {
            Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path file : files(copies)) {
            Files.copy(file, home.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return TEXTS.contains(name)
                                || DATABASES.stream()
                                        .anyMatch(each -> name.equals(each)
                                                || name.equals(each + "-wal")
                                                || name.equals(each + "-shm"));
                    })
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    /** The number of its form that SQLite keeps in a database's header ({@code user_version}). */
    private static int form(Path database) throws IOException {
        try (InputStream in = Files.newInputStream(database)) {
            byte[] head = in.readNBytes(VERSION_AT + Integer.BYTES);
            return head.length < VERSION_AT + Integer.BYTES
                    ? 0
                    : ByteBuffer.wrap(head).getInt(VERSION_AT);
        }
    }
}
