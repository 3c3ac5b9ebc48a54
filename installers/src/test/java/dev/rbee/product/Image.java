package dev.rbee.product;

import dev.rbee.service.home.JavaOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The assembled product that the tests of the whole run, as processes. */
public final class Image {
    private Image() {}

    /** The folder with {@code lib}, {@code app} and {@code assets}; fails where the module was not packaged before. */
    public static Path folder() {
        Path image = Path.of(System.getProperty("rbee.image", "target/image")).toAbsolutePath();
        if (!Files.isDirectory(image.resolve("lib"))) {
            throw new IllegalStateException("no product at " + image + "; run ./mvnw package first");
        }
        return image;
    }

    /** The Java that runs it: the one of the tests. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command line of {@code rbee} with these arguments. */
    public static List<String> rbee(String... arguments) {
        return rbee(folder().resolve("assets"), arguments);
    }

    /** The same with other assets, beside which other bundles lie. */
    static List<String> rbee(Path assets, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(JavaOptions.ofBuild().of("cli"));
        command.addAll(List.of(
                "-Drbee.assets=" + assets, "-cp", folder().resolve("lib") + "/*", "dev.rbee.service.boot.Main"));
        command.addAll(List.of(arguments));
        return command;
    }
}
