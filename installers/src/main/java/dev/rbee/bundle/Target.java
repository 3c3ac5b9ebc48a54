package dev.rbee.bundle;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system and its processor, and where libraries keep what is compiled for them.
 *
 * @param os {@code linux} or {@code macos}
 * @param arch {@code x64} or {@code arm64}
 * @param llama folder below {@code de/kherud/llama}
 * @param jna folder below {@code com/sun/jna}
 * @param sqlite folder below {@code org/sqlite/native}
 */
public record Target(String os, String arch, String llama, String jna, String sqlite) {
    private static final Pattern COMPILED = Pattern.compile(
            "de/kherud/llama/([^/]+/[^/]+)/.+|com/sun/jna/([a-z0-9]+-[a-z0-9-]+)/.+|org/sqlite/native/([^/]+/[^/]+)/.+");

    /** The one of this machine; empty where no bundle with a Java of its own is made for it. */
    public static Optional<Target> here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** The one of this machine as far as the product itself goes, which runs on more systems than hives for others do. */
    public static Optional<Target> product() {
        return product(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Optional<Target> product(String osName, String osArch) {
        if (osName.startsWith("Windows") && osArch.equals("amd64")) {
            return Optional.of(new Target("windows", "x64", "Windows/x86_64", "win32-x86-64", "Windows/x86_64"));
        }
        return of(osName, osArch);
    }

    /** By the names that Java gives. */
    static Optional<Target> of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean mac = os.startsWith("mac");
        boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
        if (!(mac || os.equals("linux")) || !(intel || osArch.equals("aarch64"))) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                mac ? "macos" : "linux",
                intel ? "x64" : "arm64",
                (mac ? "Mac/" : "Linux/") + (intel ? "x86_64" : "aarch64"),
                (mac ? "darwin-" : "linux-") + (intel ? "x86-64" : "aarch64"),
                (mac ? "Mac/" : "Linux/") + (intel ? "x86_64" : "aarch64")));
    }

    /** Whether an entry of a jar is of use there: everything but what was compiled for others. */
    public boolean wants(String entry) {
        Matcher compiled = COMPILED.matcher(entry);
        return !compiled.matches()
                || llama.equals(compiled.group(1))
                || jna.equals(compiled.group(2))
                || sqlite.equals(compiled.group(3));
    }

    /** {@code linux-x64}, in names of files. */
    public String suffix() {
        return os + "-" + arch;
    }
}
