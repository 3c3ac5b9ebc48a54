package dev.rbee.dist;

import dev.rbee.service.home.JavaOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program of the installation.
 *
 * @param name its file
 * @param part the section of the list of Java options
 * @param mainClass what it runs
 * @param cached whether it starts with the cache of prepared classes; commands need too few of them
 */
record Program(String name, String part, String mainClass, boolean cached) {
    /** Commands; becomes one of the others where they are meant. The first is the one that the image is named after. */
    static final Program COMMAND = new Program("rbee", "cli", "dev.rbee.service.boot.Launcher", false);

    /** What desktops start. */
    static final Program APPLICATION = new Program("rbee-app", "application", "dev.rbee.app.launch.Main", true);

    /** What services start. */
    static final Program DAEMON = new Program("rbee-daemon", "daemon", "dev.rbee.service.boot.DaemonMain", true);

    /** Prepared classes for every long-lived part, below the folder of jars and assets; what programs share of it lies in memory once. */
    static final String CACHE = "cache/rbee.aot";

    /** All of them. */
    static final List<Program> ALL = List.of(COMMAND, APPLICATION, DAEMON);

    /**
     * What Java gets besides the class path.
     *
     * @param app where the jars and assets are; jpackage's {@code $APPDIR} in its own files
     * @param command the program {@code rbee}
     * @param separator between entries of a class path
     */
    List<String> options(JavaOptions list, String app, String command, String separator) {
        List<String> options = new ArrayList<>(list.of(part));
        options.add("-Drbee.assets=" + app + "/assets");
        options.add("-Drbee.classpath=" + app + "/lib/*" + separator + app + "/app/*");
        options.add("-Drbee.command=" + command);
        return options;
    }

    /** The jars in their order, as paths below {@code app}; whoever shares the cache has all of them, since it knows them by their order. */
    List<String> classPath(Jars jars, String app) {
        List<String> all = new ArrayList<>(jars.lib());
        if (cached) {
            all.addAll(jars.app());
        }
        return all.stream().map(jar -> app + "/" + jar).toList();
    }

    private List<String> cache(String app) {
        return cached ? List.of("-XX:AOTCache=" + app + "/" + CACHE, "-Xlog:aot*=off,cds*=off") : List.of();
    }

    /**
     * The program itself where there is a shell. It stands in the place of jpackage's own launcher, which asks rpm and dpkg at each start
     * which package it belongs to, and that takes longer than most commands.
     */
    String script(Jars jars, JavaOptions list) {
        List<String> words = new ArrayList<>(options(list, "$app", "$root/bin/" + COMMAND.name, ":"));
        words.addAll(cache("$app"));
        words.add("-Djpackage.app-path=$root/bin/" + name);
        words.add("-cp");
        words.add(String.join(":", classPath(jars, "$app")));
        return """
            #!/bin/sh
            # Starts rbee with the Java that came with it.
            self=$0
            while [ -h "$self" ]; do
              link=$(readlink "$self")
              case $link in /*) self=$link ;; *) self=${self%%/*}/$link ;; esac
            done
            root=$(cd "${self%%/*}/.." && pwd -P) || exit 1
            app=$root/lib/app
            exec "$root/lib/runtime/bin/java" \
              %s \
              %s "$@"
            """.formatted(
                        words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" \\\n  ")), mainClass);
    }

    /** The file that jpackage's launcher reads. */
    String configuration(Jars jars, JavaOptions list, String version, Layout layout) {
        String command = "$BINDIR/" + layout.fileName(COMMAND.name);
        List<String> lines = new ArrayList<>();
        lines.add("[Application]");
        classPath(jars, "$APPDIR").forEach(jar -> lines.add("app.classpath=" + jar));
        lines.add("app.mainclass=" + mainClass);
        lines.add("");
        lines.add("[JavaOptions]");
        lines.add("java-options=-Djpackage.app-version=" + version);
        options(list, "$APPDIR", command, layout == Layout.WINDOWS ? ";" : ":")
                .forEach(option -> lines.add("java-options=" + option));
        cache("$APPDIR").forEach(option -> lines.add("java-options=" + option));
        return String.join("\n", lines) + "\n";
    }
}
