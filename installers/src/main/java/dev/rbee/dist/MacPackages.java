package dev.rbee.dist;

import dev.rbee.bundle.RuntimeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Packages of macOS, by the system's own tools: jpackage's disk image needs somebody who looks at its screen. */
final class MacPackages {
    private static final String IDENTIFIER = "dev.rbee";

    private final Order order;
    private final Path bundle;

    MacPackages(Order order, Path bundle) {
        this.order = order;
        this.bundle = bundle;
    }

    /** jpackage takes no version that begins with 0; {@link #describe} writes the true one. */
    static String imageVersion(String version) {
        return version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    /** Makes the bundle say what it opens, its version, and that it starts with the window. */
    static void describe(Order order, Path bundle) throws IOException {
        Path file = bundle.resolve("Contents/Info.plist");
        String keys = Files.readString(order.project().resolve("jpackage/macos/keys.plist"));
        String plist = Files.readString(file);
        plist = Plist.with(plist, "CFBundleExecutable", Program.APPLICATION.name());
        plist = Plist.with(plist, "CFBundleIdentifier", IDENTIFIER);
        plist = Plist.with(plist, "CFBundleShortVersionString", order.plainVersion());
        plist = Plist.with(plist, "CFBundleVersion", order.plainVersion());
        Files.writeString(file, Plist.extended(plist, keys));
    }

    /** A disk image with the bundle and a link to where it is dragged. */
    Path dmg(Path to) throws IOException {
        Path folder = order.work().resolve("dmg");
        RuntimeImage.delete(folder);
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("Applications"), Path.of("/Applications"));
        run(List.of(
                "ditto", bundle.toString(), folder.resolve(bundle.getFileName()).toString()));
        run(dmgCommand(folder, to));
        return to;
    }

    static List<String> dmgCommand(Path folder, Path to) {
        String from = folder.toString();
        return List.of(
                "hdiutil",
                "create",
                "-volname",
                "rbee",
                "-srcfolder",
                from,
                "-fs",
                "HFS+",
                "-format",
                "UDZO",
                "-ov",
                to.toString());
    }

    /** An installer package: the bundle to /Applications, the commands to /usr/local/bin. */
    Path pkg(Path to) throws IOException {
        Path scripts = order.work().resolve("pkg-scripts");
        RuntimeImage.delete(scripts);
        Files.createDirectories(scripts);
        Path script = order.project().resolve("jpackage/macos/postinstall");
        Files.copy(script, scripts.resolve("postinstall"), StandardCopyOption.COPY_ATTRIBUTES);
        run(pkgCommand(scripts, to));
        return to;
    }

    List<String> pkgCommand(Path scripts, Path to) {
        return List.of(
                "pkgbuild",
                "--component",
                bundle.toString(),
                "--install-location",
                "/Applications",
                "--identifier",
                IDENTIFIER,
                "--version",
                order.plainVersion(),
                "--scripts",
                scripts.toString(),
                to.toString());
    }

    private void run(List<String> command) throws IOException {
        Tool.run(command, order.work(), Map.of());
    }
}
