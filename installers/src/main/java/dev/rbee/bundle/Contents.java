package dev.rbee.bundle;

import dev.rbee.service.archive.TarGz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a bundle by their names there, and a hash over what they are made of. Not thread-safe. */
public final class Contents {
    /** Changes with the way of packing, so that the same inputs count as news. */
    private static final String FORMAT = "1";

    private final SortedMap<String, TarGz.Item> items = new TreeMap<>();
    private final MessageDigest inputs = sha256();

    /** An empty one of that version. */
    public Contents(String version) {
        input(FORMAT + " " + version);
    }

    /** Adds a file whose bytes depend on what was told as {@link #input}. */
    void add(String name, boolean program, TarGz.Reader reader) {
        items.put(name, new TarGz.Item(program, reader));
    }

    /** Adds a file as it is. Reads it for the hash. */
    public void addFile(String name, boolean program, Path file) throws IOException {
        input(name + " " + program);
        inputs.update(sha256().digest(Files.readAllBytes(file)));
        add(name, program, () -> Files.readAllBytes(file));
    }

    /** Adds a folder with all below it, links followed, the rights of programs kept; {@code hashed} false where {@link #input} says it all. */
    void addFolder(String name, Path folder, boolean hashed) throws IOException {
        for (Path file : files(folder)) {
            String path = name + "/" + folder.relativize(file).toString().replace('\\', '/');
            if (hashed) {
                addFile(path, Files.isExecutable(file), file);
            } else {
                add(path, Files.isExecutable(file), () -> Files.readAllBytes(file));
            }
        }
    }

    /** Something that decides how the files look. */
    void input(String text) {
        inputs.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The first eight hexadecimal digits of the hash. Ends the collecting of inputs. */
    public String hash() {
        return HexFormat.of().formatHex(inputs.digest()).substring(0, 8);
    }

    Map<String, TarGz.Item> items() {
        return items;
    }

    /** All below a folder, sorted. */
    public static List<Path> files(Path folder) throws IOException {
        return files(folder, Integer.MAX_VALUE);
    }

    /** The same as deep as {@code depth}. */
    public static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
