package dev.rbee.service.hive.capabilities;

import dev.rbee.contract.hives.EngineInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which engines this machine can run, and in words why not. Pure. */
public final class Engines {
    /** The engine inside the worker's own process. */
    public static final String EMBEDDED = "embedded";

    private static final String VERSION = "llama.cpp b4916";

    private Engines() {}

    /**
     * The embedded engine on that system.
     *
     * @param os as {@code os.name}
     * @param arch as {@code os.arch}
     * @param flags of the processor; empty where unknown
     */
    public static EngineInfo embedded(String os, String arch, List<String> flags) {
        String reason = whyNot(os, arch, flags);
        return new EngineInfo(EMBEDDED, VERSION, reason == null, reason);
    }

    private static @Nullable String whyNot(String os, String arch, List<String> flags) {
        String system = os.toLowerCase(Locale.ROOT);
        String machine = arch.toLowerCase(Locale.ROOT);
        boolean x86 = machine.equals("amd64") || machine.equals("x86_64");
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        boolean linux = system.startsWith("linux");
        boolean mac = system.startsWith("mac");
        boolean windows = system.startsWith("windows");
        if (!(linux || mac || windows) || !(x86 || arm) || (windows && arm)) {
            return "the embedded engine has no build for " + os + " on " + arch;
        }
        if (linux && x86 && !flags.contains("avx2")) {
            return "the processor has no AVX2, which the embedded engine needs";
        }
        return null;
    }
}
