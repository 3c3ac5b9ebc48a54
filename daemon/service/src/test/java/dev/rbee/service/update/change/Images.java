package dev.rbee.service.update.change;

import dev.rbee.service.home.Home;
import dev.rbee.service.update.UpdateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** A version 0.1.0 in its place, a version 0.2.0 to come, and a home; the programs are small scripts. */
final class Images {
    static final String OLD = "0.1.0";
    static final String NEW = "0.2.0";
    /** Starts as it should. */
    static final String SOUND =
            "case \"$RBEE_HOME\" in */trial) echo ready http://127.0.0.1:1; exec \"${0%/*}/sleep\" 600;; esac";
    /** Ends at once. */
    static final String BROKEN = "echo a library is missing; exit 1";
    /** Never gets there. */
    static final String SLOW = "exec \"${0%/*}/sleep\" 600";

    private static final int FILES = 40;

    final Home home;
    final UpdateFolder folder;
    final Slots slots;

    Images(Path dir) throws IOException {
        home = Home.at(dir.resolve("home")).create();
        folder = UpdateFolder.of(home).create();
        slots = new Slots(Files.createDirectories(dir.resolve("place")).resolve("rbee"));
        make(slots.root(), OLD, SOUND);
        Files.writeString(home.config(), "# of 0.1.0\n");
    }

    /** An image of that version, whose daemon does that. */
    static void make(Path image, String version, String daemon) throws IOException {
        Path program = Files.createDirectories(image.resolve("bin")).resolve("rbee");
        Files.writeString(
                program,
                "#!/bin/sh\ncase \"$1\" in\n--version) echo rbee " + version + ";;\n*) " + daemon
                        + "\necho $1 > \"$RBEE_HOME/ran-" + version + "\";;\nesac\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(Path.of("/bin/sleep"), image.resolve("bin/sleep"));
        Path lib = Files.createDirectories(image.resolve("lib"));
        Files.createSymbolicLink(lib.resolve("runtime"), Path.of(System.getProperty("java.home")));
        Random random = new Random(version.hashCode());
        for (int i = 0; i < FILES; i++) {
            byte[] content = new byte[20_000];
            random.nextBytes(content);
            Files.write(lib.resolve("part" + i), content);
        }
    }

    /** The new version waits beside the old one. */
    void staged(String daemon) throws IOException {
        Slots.delete(slots.other());
        make(slots.other(), NEW, daemon);
        Slots.mark(slots.other(), NEW);
        new Change(
                        Change.Phase.STAGED,
                        OLD,
                        NEW,
                        slots.root().toString(),
                        InstantSource.system().instant(),
                        null)
                .write(folder.change());
    }

    Changer changer(Duration deadline) {
        return new Changer(home, deadline, Duration.ZERO, InstantSource.system());
    }

    Change.Phase phase() {
        return Change.read(folder.change()).orElseThrow().phase();
    }

    /** The version that is whole in its place; fails where none is. */
    String inForce() throws IOException {
        String program = Files.readString(slots.root().resolve("bin/rbee"));
        String version = program.contains("rbee " + NEW) ? NEW : OLD;
        Random random = new Random(version.hashCode());
        for (int i = 0; i < FILES; i++) {
            byte[] content = new byte[20_000];
            random.nextBytes(content);
            if (!java.util.Arrays.equals(
                    content, Files.readAllBytes(slots.root().resolve("lib/part" + i)))) {
                throw new AssertionError("part" + i + " is not of " + version);
            }
        }
        return version;
    }
}
