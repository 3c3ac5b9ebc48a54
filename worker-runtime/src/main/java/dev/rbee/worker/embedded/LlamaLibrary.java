package dev.rbee.worker.embedded;

import de.kherud.llama.LlamaModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;

/**
 * Unpacks the native library once into a directory of ours and points the library's loader there. Left alone, that
 * loader deletes every file in {@code java.io.tmpdir} whose name begins with {@code llama} or {@code jllama}, whoever
 * they belong to, and writes its library under one fixed name that processes started together would overwrite.
 */
final class LlamaLibrary {
    static final String LIB_PATH = "de.kherud.llama.lib.path";
    private static final String LIB_TMP = "de.kherud.llama.tmpdir";

    private LlamaLibrary() {}

    /**
     * Has to run before the library's first class is loaded.
     *
     * @param fallback where to unpack when the system property {@value #LIB_PATH} names no directory
     */
    static void prepare(Path fallback) {
        String named = System.getProperty(LIB_PATH);
        Path directory = named == null ? fallback : Path.of(named);
        String file = System.mapLibraryName("jllama");
        try {
            Files.createDirectories(directory);
            // Only what lies in here may the loader clean up: nothing.
            Path empty = Files.createDirectories(directory.resolve("empty"));
            System.setProperty(LIB_TMP, empty.toString());
            if (!Files.exists(directory.resolve(file))) {
                unpack(directory, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the engine's library can't be unpacked into " + directory, e);
        }
        System.setProperty(LIB_PATH, directory.toString());
    }

    private static void unpack(Path directory, String file) throws IOException {
        String resource = "/de/kherud/llama/" + system() + "/" + machine() + "/" + file;
        Path part = directory.resolve(file + "." + UUID.randomUUID() + ".part");
        // A class of the library's jar, not initialised by being named.
        try (InputStream in = LlamaModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no build for " + system() + " " + machine());
            }
            Files.copy(in, part);
            try {
                Files.move(part, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("win") ? "Windows" : os.contains("mac") ? "Mac" : "Linux";
    }

    private static String machine() {
        String arch = System.getProperty("os.arch", "");
        return arch.equals("aarch64") ? "aarch64" : "x86_64";
    }
}
