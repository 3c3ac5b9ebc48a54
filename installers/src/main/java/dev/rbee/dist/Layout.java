package dev.rbee.dist;

import java.nio.file.Path;
import java.util.Locale;

/** Where jpackage puts things in an image. */
enum Layout {
    /** {@code bin}, {@code lib/app}, {@code lib/runtime}. */
    LINUX("", "lib/app", "lib/runtime", "bin", ""),
    /** Programs beside the folders. */
    WINDOWS("", "app", "runtime", "", ".exe"),
    /** A bundle. */
    MACOS(".app", "Contents/app", "Contents/runtime/Contents/Home", "Contents/MacOS", "");

    private final String suffix;
    private final String app;
    private final String java;
    private final String programs;
    private final String exe;

    Layout(String suffix, String app, String java, String programs, String exe) {
        this.suffix = suffix;
        this.app = app;
        this.java = java;
        this.programs = programs;
        this.exe = exe;
    }

    /** Of this system. */
    static Layout here() {
        return of(System.getProperty("os.name"));
    }

    /** Of the system with that {@code os.name}. */
    static Layout of(String os) {
        String name = os.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
    }

    /** The folder that jpackage makes in {@code images} for a name. */
    Path root(Path images, String name) {
        return images.resolve(name + suffix);
    }

    /** Where the jars and assets are. */
    Path app(Path root) {
        return root.resolve(app);
    }

    /** The home of the image's own Java. */
    Path javaHome(Path root) {
        return root.resolve(java);
    }

    /** That Java. */
    Path java(Path root) {
        return javaHome(root).resolve("bin").resolve("java" + exe);
    }

    /** A program. */
    Path program(Path root, String name) {
        return root.resolve(programs).resolve(fileName(name));
    }

    /** Its file's name. */
    String fileName(String program) {
        return program + exe;
    }
}
