package dev.rbee.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Debian of its own below a folder: its processes have mounts and numbers of their own, and all of them end, and all mounts are gone, with the one
 * process that keeps it, whatever happens to the test. Its network is this machine's.
 */
final class DebianRoot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String PATHS = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Path root;
    private final Process keeper;
    private final long init;

    private DebianRoot(Path root, Process keeper, long init) {
        this.root = root;
        this.keeper = keeper;
        this.init = init;
    }

    /** What a call said, and how it ended. */
    record Said(int exit, String text) {
        /** That, where it ended well. */
        String well() {
            if (exit != 0) {
                throw new AssertionError("exit " + exit + ":\n" + text);
            }
            return text;
        }
    }

    /**
     * A fresh one, copied from {@code base}, which is fetched first where it is not there. Takes a minute then, and needs root.
     *
     * @param mirror of Debian
     */
    static DebianRoot open(Path base, Path root, String mirror) throws IOException, InterruptedException {
        if (!Files.isDirectory(base)) {
            Path made = base.resolveSibling("making");
            delete(made);
            Files.createDirectories(base.resolveSibling(""));
            here(List.of("debootstrap", "--variant=minbase", "bookworm", made.toString(), mirror))
                    .well();
            Files.move(made, base);
        }
        delete(root);
        here(List.of("cp", "-a", base.toString(), root.toString())).well();
        Files.copy(Path.of("/etc/resolv.conf"), root.resolve("etc/resolv.conf"), StandardCopyOption.REPLACE_EXISTING);
        // Mounts are made in a space of their own, so that none is left, and the first process of a space of processes
        // takes all with it.
        String first =
                "mount --bind \"$0\" \"$0\" && mount -t proc proc \"$0/proc\" && mount -t tmpfs tmpfs \"$0/dev/shm\""
                        + " && echo up && exec cat >/dev/null";
        Process keeper = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--propagation",
                        "private",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        first,
                        root.toString())
                .redirectErrorStream(true)
                .start();
        String line = keeper.inputReader(StandardCharsets.UTF_8).readLine();
        List<ProcessHandle> below = keeper.toHandle().children().toList();
        if (!"up".equals(line) || below.size() != 1) {
            keeper.destroyForcibly();
            throw new IOException("no root of its own: " + line);
        }
        return new DebianRoot(root, keeper, below.getFirst().pid());
    }

    /** The folder. */
    Path folder() {
        return root;
    }

    /** Runs a line of shell in it to its end; as root where {@code user} is empty. */
    Said run(String user, String line) throws IOException, InterruptedException {
        return ended(start(user, line));
    }

    /** Starts a line of shell in it; errors go where output goes. */
    Process start(String user, String line) throws IOException {
        List<String> command = new ArrayList<>(List.of("nsenter", "-t", Long.toString(init), "-m", "-p", "chroot"));
        if (!user.isEmpty()) {
            command.add("--userspec=" + user + ":" + user);
        }
        String home = user.isEmpty() ? "/root" : "/home/" + user;
        command.addAll(List.of(root.toString(), "env", "-i", PATHS, "HOME=" + home));
        command.addAll(List.of("DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"));
        command.addAll(List.of("sh", "-c", "cd && " + line));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        return builder.start();
    }

    /** The programs that run in it, by their files. */
    List<String> programs() throws IOException, InterruptedException {
        return run("", "for each in /proc/[0-9]*; do readlink $each/exe || :; done")
                .text()
                .lines()
                .toList();
    }

    /** All files and folders, without those of the system's own kind. */
    Set<String> files() throws IOException, InterruptedException {
        String all = run("", "find / -xdev -path /proc -prune -o -print").well();
        return new TreeSet<>(Arrays.asList(all.split("\n")));
    }

    private static Said here(List<String> command) throws IOException, InterruptedException {
        return ended(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static Said ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end:\n" + text);
        }
        return new Said(process.exitValue(), text);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        keeper.destroyForcibly();
        keeper.onExit().join();
        // its children hear of it at once, and are waited for by the system
        ProcessHandle.of(init).ifPresent(handle -> handle.onExit().join());
        delete(root);
    }
}
