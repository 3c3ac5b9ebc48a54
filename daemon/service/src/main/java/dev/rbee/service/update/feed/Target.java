package dev.rbee.service.update.feed;

import java.util.Locale;

/**
 * The machine a package is wanted for.
 *
 * @param kind how rbee was installed here, as in {@link Release.Package#kind}; empty: built from its sources, which any package stands for
 */
public record Target(String system, String arch, String kind) {
    /** By the names that Java has for system and processor. */
    public static Target of(String osName, String osArch, String kind) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : "linux";
        String arch = switch (osArch) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64" -> "arm64";
            default -> osArch;
        };
        return new Target(system, arch, kind);
    }

    /** Whether that package is for it. */
    public boolean fits(Release.Package each) {
        return each.system().equals(system)
                && each.arch().equals(arch)
                && (kind.isEmpty() || each.kind().equals(kind));
    }
}
