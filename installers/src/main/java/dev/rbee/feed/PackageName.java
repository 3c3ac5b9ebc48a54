package dev.rbee.feed;

import dev.rbee.service.update.feed.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a release file is for, by its name as the build gives it. Pure, but for {@link #describe}. */
final class PackageName {
    private PackageName() {}

    /**
     * The entry of the feed for that file. Reads all of it.
     *
     * @param base address of the folder it is published in
     */
    static Release.Package describe(Path file, String base) throws IOException {
        String name = String.valueOf(file.getFileName());
        String kind = kind(name).orElseThrow(() -> new IllegalArgumentException(name + " is no package of rbee"));
        return new Release.Package(
                system(kind, name),
                arch(name),
                kind,
                base + (base.endsWith("/") ? "" : "/") + name,
                Files.size(file),
                dev.rbee.service.update.FileHash.of(file));
    }

    /** Whether a file of that name belongs into a feed. */
    static boolean is(String name) {
        return name.startsWith("rbee")
                && !name.startsWith("rbee-node")
                && kind(name).isPresent();
    }

    static Optional<String> kind(String name) {
        for (String kind : new String[] {"deb", "rpm", "msi", "exe", "dmg", "pkg"}) {
            if (name.endsWith("." + kind)) {
                return Optional.of(kind);
            }
        }
        return name.endsWith(".tar.gz") ? Optional.of("image") : Optional.empty();
    }

    static String system(String kind, String name) {
        return switch (kind) {
            case "msi", "exe" -> "windows";
            case "dmg", "pkg" -> "macos";
            case "image" -> name.contains("macos") ? "macos" : "linux";
            default -> "linux";
        };
    }

    static String arch(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("arm64") || lower.contains("aarch64") ? "arm64" : "x64";
    }
}
