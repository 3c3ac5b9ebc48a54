package dev.rbee.service.home;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program on disk, as children need it to start.
 *
 * @param javaExe the {@code java} of this process
 * @param classPath what children get as {@code -cp}
 * @param assetsDir models and the like that come with rbee
 */
public record Installation(Path javaExe, String classPath, Path assetsDir) {
    private static final String SUFFIX = ".tar.gz";
    private static final Pattern BUNDLE = Pattern.compile("rbee-node-(.+-[0-9a-f]{8})-[a-z0-9-]+\\.tar\\.gz");

    /** From the system properties {@code java.home}, {@code rbee.classpath} (default {@code java.class.path}), {@code rbee.assets}. */
    public static Installation current() {
        String exe = File.separatorChar == '\\' ? "java.exe" : "java";
        Path java = Path.of(System.getProperty("java.home"), "bin", exe);
        String classPath = System.getProperty("rbee.classpath", System.getProperty("java.class.path"));
        return new Installation(
                java,
                absolute(classPath),
                Path.of(System.getProperty("rbee.assets", "assets")).toAbsolutePath());
    }

    /** Models that come with rbee. */
    public Path models() {
        return assetsDir.resolve("models");
    }

    /**
     * The bundle for other machines of that kind, with a Java of its own; its SHA-256 is in a file of the same name with {@code .sha256} behind it.
     * Reads the disk. Empty where this installation has none.
     *
     * @param os {@code linux} or {@code macos}
     * @param arch {@code x64} or {@code arm64}
     */
    public Optional<Path> nodeBundle(String os, String arch) {
        return bundle("-" + os + "-" + arch + SUFFIX);
    }

    /** The same for every machine that has a Java. */
    public Optional<Path> portableBundle() {
        return bundle("-portable" + SUFFIX);
    }

    /** The version a bundle has by its name, {@code 0.1.0-1a2b3c4d}: that of rbee and a hash of what is in it. */
    public static String bundleVersion(Path bundle) {
        Matcher name = BUNDLE.matcher(String.valueOf(bundle.getFileName()));
        if (!name.matches()) {
            throw new IllegalArgumentException("not a bundle: " + bundle);
        }
        return name.group(1);
    }

    private Optional<Path> bundle(String suffix) {
        Path folder = assetsDir.resolveSibling("node");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).endsWith(suffix))
                    .filter(file -> BUNDLE.matcher(String.valueOf(file.getFileName())).matches())
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw PrivateFiles.problem("read", folder, e);
        }
    }

    /** Children work in the home, where relative entries would lead nowhere. */
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * The start of a child's command line: java, {@code flags}, the start-up cache of that part where there is one, the
     * properties that children need, the class path and the main class. Looks whether the cache is there.
     */
    public List<String> java(String part, List<String> flags, String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(javaExe.toString());
        command.addAll(flags);
        Path cache = assetsDir.resolveSibling("cache").resolve(part + ".aot");
        if (Files.isRegularFile(cache)) {
            command.add("-XX:AOTCache=" + cache);
            command.add("-Xlog:aot*=off,cds*=off");
        }
        command.add("-Drbee.assets=" + assetsDir);
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        return command;
    }
}
