package dev.rbee.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java with what hive and worker need, linked once per JDK and kept.
 *
 * @param folder with {@code bin}, {@code lib} and so on
 * @param key of what it was made of
 */
public record RuntimeImage(Path folder, String key) {
    /** What jdeps names, less java.desktop (only signatures of jackson, JNA and OSHI), plus what they look up by name. */
    static final String NODE = "java.base,java.logging,java.management,java.naming,java.sql,java.xml"
            + ",jdk.management,jdk.net,jdk.unsupported";

    /** The same with what the application needs: JavaFX, which lies on its class path, uses the beans and the tray of java.desktop. */
    public static final String PRODUCT = NODE + ",java.desktop,java.scripting";

    /** Uncompressed: the bundle is compressed as a whole. The archive of classes spares every worker a quarter of a second. */
    private static final List<String> OPTIONS = List.of(
            "--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-0", "--generate-cds-archive");

    /** Of the running JDK, below {@code kept}. Blocks for ten seconds the first time. Empty, with the reason told, where this JDK cannot link. */
    public static Optional<RuntimeImage> of(Path jdk, String modules, Path kept, Appendable told) throws IOException {
        String made = Files.readString(jdk.resolve("release")) + modules + OPTIONS;
        String key = HexFormat.of()
                .formatHex(Contents.sha256().digest(made.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 16);
        Path folder = kept.resolve(key);
        if (!Files.isDirectory(folder)) {
            delete(kept);
            Files.createDirectories(kept);
            String failure = link(jdk, modules, kept.resolve("new"));
            if (!failure.isEmpty()) {
                told.append("No Java for other machines can be made by this JDK (")
                        .append(failure.strip())
                        .append("); they need one of their own.\n");
                return Optional.empty();
            }
            Files.move(kept.resolve("new"), folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return Optional.of(new RuntimeImage(folder, key));
    }

    /** What it said where it failed, empty where all is well. */
    private static String link(Path jdk, String modules, Path output) throws IOException {
        Path jlink = jdk.resolve("bin").resolve("jlink");
        if (!Files.isExecutable(jlink)) {
            return "it has no jlink";
        }
        List<String> command = new ArrayList<>(List.of(jlink.toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of("--add-modules", modules, "--output", output.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                return said;
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return "interrupted";
        }
        // For heaps of 32 GiB and more, which none of ours has.
        Files.deleteIfExists(output.resolve("lib").resolve("server").resolve("classes_nocoops.jsa"));
        return "";
    }

    /** A folder with all below it; nothing where it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder)) {
            all = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
