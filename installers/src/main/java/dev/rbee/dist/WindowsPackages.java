package dev.rbee.dist;

import java.nio.file.Path;
import java.util.List;

/** Packages of Windows, by jpackage and WiX: for the user who installs, so that nobody needs an administrator, also not for updates. */
final class WindowsPackages {
    /** Never to change: it is how Windows knows that a newer rbee replaces an older one. */
    static final String UPGRADE_CODE = "6b1f4d0e-7e1c-4f0d-9c1b-3d5a8a2e7b64";

    private WindowsPackages() {}

    /** The call of jpackage for {@code msi} or {@code exe}. */
    static List<String> command(String type, Order order, Path image, Path out) {
        return List.of(
                Tool.jdk("jpackage").toString(),
                "--type",
                type,
                "--name",
                Program.COMMAND.name(),
                "--app-version",
                order.plainVersion(),
                "--app-image",
                image.toString(),
                "--dest",
                out.toString(),
                "--resource-dir",
                order.project().resolve("jpackage/windows").toString(),
                "--icon",
                order.project().resolve("assets/icons/rbee.ico").toString(),
                "--vendor",
                "rbee",
                "--description",
                "The machines you own, as one private LLM service",
                "--win-per-user-install",
                "--install-dir",
                "Programs\\rbee",
                "--win-upgrade-uuid",
                UPGRADE_CODE);
    }
}
