package dev.rbee.service.home;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program on disk, as children need it to start.
 *
 * @param javaExe the {@code java} of this process
 * @param classPath of children; {@code folder/*} for all jars of a folder, as it is when a child starts
 * @param assetsDir models and the like that come with rbee
 */
public record Installation(Path javaExe, String classPath, Path assetsDir) {
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

    /** The catalogue of models that comes with rbee. */
    public Path library() {
        return assetsDir.resolve("library.json");
    }

    /** Children work in the home, where relative entries would lead nowhere. */
    private static String absolute(String classPath) {
        return entries(classPath)
                .map(entry -> new File(entry).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * What children get as {@code -cp}: a start-up cache knows the order of its jars. Looks at the folders now, since a package of a newer version
     * may have come into the place of the one that this process was started from.
     */
    public String jars() {
        return entries(classPath)
                .map(File::new)
                .flatMap(Installation::expanded)
                .map(File::getPath)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> entries(String classPath) {
        return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)));
    }

    private static Stream<File> expanded(File entry) {
        File[] jars = entry.getName().equals("*")
                ? entry.getParentFile().listFiles((folder, name) -> name.endsWith(".jar"))
                : null;
        return jars == null ? Stream.of(entry) : Arrays.stream(jars).sorted();
    }

    /**
     * The start of a child's command line: java, the options of that part, {@code more}, the start-up cache of an installed rbee, the
     * properties that children need, the class path and the main class. Looks whether the cache is there.
     */
    public List<String> java(String part, List<String> more, String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(javaExe.toString());
        command.addAll(JavaOptions.ofBuild().of(part));
        command.addAll(more);
        Path cache = assetsDir.resolveSibling("cache").resolve("rbee.aot");
        if (Files.isRegularFile(cache)) {
            command.add("-XX:AOTCache=" + cache);
            command.add("-Xlog:aot*=off,cds*=off");
        }
        command.add("-Drbee.assets=" + assetsDir);
        command.add("-cp");
        command.add(jars());
        command.add(mainClass);
        return command;
    }
}
