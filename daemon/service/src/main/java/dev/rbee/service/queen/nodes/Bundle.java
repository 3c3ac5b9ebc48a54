package dev.rbee.service.queen.nodes;

import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of this installation that holds rbee for other machines.
 *
 * @param version as the machines name its folder
 * @param sha256 lower case hexadecimal
 * @param size bytes
 */
record Bundle(BundleKind kind, Path file, String version, String sha256, long size) {
    private static final Pattern NAME =
            Pattern.compile("rbee-node-(.+?)-(portable|(linux|macos)-[a-z0-9]+)\\.tar\\.gz");

    /** From its name, and the {@code .sha256} file beside it. Reads the disk. Throws {@code install_failed} where one of them is not as it should be. */
    static Bundle of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        try {
            String hash = Files.readString(file.resolveSibling(file.getFileName() + ".sha256"))
                    .strip()
                    .split("\\s+")[0];
            if (name.matches() && hash.matches("[0-9a-f]{64}")) {
                return new Bundle(
                        name.group(2).equals("portable") ? BundleKind.PORTABLE : BundleKind.NATIVE,
                        file,
                        name.group(1),
                        hash,
                        Files.size(file));
            }
        } catch (IOException e) {
            throw broken(file, e.toString());
        }
        throw broken(file, "its name or its .sha256 file is not as it should be");
    }

    private static ProblemException broken(Path file, String why) {
        return ProblemException.of(
                ProblemCode.INSTALL_FAILED,
                "The bundle " + file + " of this rbee cannot be used: " + why + ".",
                "Build or install rbee again.");
    }

    /** A file name for it on the machine while it arrives; another content gets another name. */
    String partName() {
        return version + "-" + sha256.substring(0, 12) + ".part";
    }
}
