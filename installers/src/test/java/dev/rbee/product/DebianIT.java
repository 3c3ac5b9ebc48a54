package dev.rbee.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The life of the package in a clean Debian 12 without a desktop and without a Java: installed with apt, used, replaced by a newer one while it
 * runs, removed, purged. Part of {@code ./mvnw -Pdist verify} where debootstrap is and root works.
 */
@EnabledIfSystemProperty(
        named = "rbee.dist",
        matches = "true",
        disabledReason = "the package is tried with -Pdist only")
class DebianIT {

    /** A daemon in the root: its first line is read, so that it serves. */
    private record Daemon(Process process, String address) {
        static Daemon start(DebianRoot root) throws IOException {
            Process process = root.start("ann", DebianTrial.PORTS + "exec rbee-daemon");
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            List<String> said = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("ready ")) {
                    return new Daemon(process, line.substring("ready ".length()));
                }
                said.add(line);
            }
            throw new AssertionError("the daemon did not come up: " + said);
        }

        String answer(DebianRoot root) throws IOException {
            return DebianTrial.answer(root, address);
        }

        /** As systems end services; the exit code. */
        int end(DebianRoot root) throws IOException, InterruptedException {
            root.run("", "kill $(sed 's/.*\"pid\" *: *\\([0-9]*\\).*/\\1/' /home/ann/.rbee/run/queen.json)")
                    .well();
            return process.waitFor();
        }
    }

    @Test
    void itsLife() throws IOException, InterruptedException {
        Path deb = DebianTrial.deb();
        try (DebianRoot root = DebianTrial.open(deb)) {
            Files.copy(newer(deb), root.folder().resolve("root/newer.deb"), StandardCopyOption.REPLACE_EXISTING);
            root.run(
                            "",
                            "apt-get update && apt-get satisfy -y --no-install-recommends"
                                    + " \"$(dpkg-deb --field rbee.deb Depends)\" && useradd --create-home ann")
                    .well();
            Set<String> before = root.files();
            installed(root, before);
            used(root);
            replaced(root);
            removed(root, before);
        }
    }

    private static void installed(DebianRoot root, Set<String> before) throws IOException, InterruptedException {
        assertTrue(root.run("", "command -v java").exit() != 0, "there must be no other Java");
        String said = root.run("", "apt-get install -y --no-install-recommends ./rbee.deb")
                .well();
        assertTrue(said.contains("0 to remove") && said.contains("1 newly installed"), said);
        assertEquals("", root.run("", "dpkg --verify rbee").well());
        assertFalse(before.contains("/usr/share/applications/rbee.desktop"));
        for (String file : List.of(
                "/usr/bin/rbee",
                "/usr/bin/rbee-daemon",
                "/usr/share/applications/rbee.desktop",
                "/usr/share/mime/packages/rbee.xml",
                "/usr/share/bash-completion/completions/rbee",
                "/usr/lib/systemd/user/rbee.service")) {
            assertTrue(root.files().contains(file), file);
        }
    }

    private static void used(DebianRoot root) throws IOException, InterruptedException {
        String version = root.run("ann", "rbee --version").well();
        assertTrue(version.startsWith("rbee "), version);
        String answer = root.run("ann", DebianTrial.PORTS + "rbee infer --model demo --prompt hello --max-tokens 8")
                .well();
        assertFalse(answer.isBlank());
        Daemon daemon = Daemon.start(root);
        assertFalse(daemon.answer(root).isBlank());
        assertEquals(0, daemon.end(root));
        assertEquals(List.of(), DebianTrial.programs(root));
        assertEquals(List.of(), outside(root));
    }

    private static void replaced(DebianRoot root) throws IOException, InterruptedException {
        Daemon daemon = Daemon.start(root);
        assertFalse(daemon.answer(root).isBlank());
        String said = root.run("", "apt-get install -y --no-install-recommends ./newer.deb")
                .well();
        assertTrue(said.contains("1 upgraded"), said);
        assertTrue(said.contains("the version before still runs (process "), said);
        assertTrue(said.contains(" of ann)"), said);
        assertFalse(daemon.answer(root).isBlank(), "it goes on");
        String workers = root.run("ann", "rbee worker list --json").well();
        String worker = Json.tree(workers.getBytes(StandardCharsets.UTF_8))
                .at("/0/worker_id")
                .asText();
        root.run("ann", "rbee worker stop " + worker).well();
        assertFalse(daemon.answer(root).isBlank(), "and starts workers");
        assertEquals(0, daemon.end(root));
        Daemon next = Daemon.start(root);
        assertFalse(next.answer(root).isBlank(), "the newer one goes on with what is there");
        assertEquals(0, next.end(root));
        assertEquals(List.of(), DebianTrial.programs(root));
    }

    private static void removed(DebianRoot root, Set<String> before) throws IOException, InterruptedException {
        Daemon daemon = Daemon.start(root);
        String said = root.run("", "apt-get remove -y rbee").well();
        assertTrue(said.contains("it still runs (process "), said);
        assertTrue(said.contains("stays in ~/.rbee"), said);
        assertTrue(daemon.process().isAlive(), "nothing is ended unasked");
        assertEquals(0, daemon.end(root));
        assertEquals(List.of(), DebianTrial.programs(root));
        root.run("", "apt-get purge -y rbee").well();
        Set<String> after = root.files();
        after.removeAll(before);
        after.removeIf(file -> file.equals("/home/ann/.rbee") || file.startsWith("/home/ann/.rbee/"));
        after.removeIf(file -> file.startsWith("/var/log/") || file.startsWith("/var/cache/apt/"));
        after.removeIf(file -> file.startsWith("/var/lib/apt/") || file.startsWith("/var/cache/debconf/"));
        assertEquals(Set.of(), after, "only what the user made is left");
        assertTrue(Files.isRegularFile(root.folder().resolve("home/ann/.rbee/token")));
    }

    /** What the user's programs made outside of their folder. */
    private static List<String> outside(DebianRoot root) throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("home/ann", "tmp", "var/tmp", "dev/shm")) {
            try (Stream<Path> files = Files.list(root.folder().resolve(folder))) {
                files.filter(file -> !Files.isSymbolicLink(file) && isOf(file))
                        .map(Path::toString)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return !List.of(".rbee", ".bashrc", ".profile", ".bash_logout").contains(name)
                && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A real one where {@code rbee.newer} names it, else the same with a higher number. */
    private static Path newer(Path deb) throws IOException, InterruptedException {
        String given = System.getProperty("rbee.newer", "");
        return given.isEmpty() ? Newer.of(deb, DebianTrial.FOLDER.resolve("newer")) : Path.of(given);
    }
}
