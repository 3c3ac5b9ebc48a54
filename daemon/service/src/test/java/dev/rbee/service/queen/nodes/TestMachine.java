package dev.rbee.service.queen.nodes;

import dev.rbee.contract.auth.Keys;
import dev.rbee.service.jobs.QuietJob;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A machine with a home in a temporary folder, our bundles, and a plan for it. */
final class TestMachine implements AutoCloseable {
    static final String TOKEN = "rbee_0123456789abcdef0123456789abcdef";

    final Path home;
    final Path shims;
    private final Map<String, String> environment;
    final TestBundles bundles;
    final LocalShell shell;
    final SshProvisioning provisioning;
    NodePlan plan = plan("n1", "owner-a", NodePlan.DEFAULT_PATH);

    TestMachine(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("home dir"));
        shims = Files.createDirectories(folder.resolve("shims"));
        bundles = new TestBundles(folder.resolve("image"));
        environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", shims + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        shell = new LocalShell("/bin/sh", environment);
        provisioning = new SshProvisioning(bundles.installation(), bundles.cache(), InstantSource.system());
    }

    /** The same machine under another shell. */
    LocalShell shellOf(String path) {
        return new LocalShell(path, environment);
    }

    static NodePlan plan(String name, String owner, String path) {
        return new NodePlan(name, owner, Keys.nodeKey(TOKEN, name), path, null, null, 0, null);
    }

    /** Puts a program in front of the machine's own. */
    void shim(String name, String body) throws IOException {
        Path file = shims.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Everything below the home but what the JVM or the shell put there themselves. */
    List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(home, new FileVisitOption[0])) {
            return files.filter(file -> !file.equals(home))
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Processes of the installation, by what the system says of their command lines. */
    static List<Long> processes(Path install) {
        String mark = install + "/versions/";
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(mark))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** As the system says it; empty for one that is gone. */
    static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        provisioning.remove(shell, plan, new QuietJob("end"));
    }
}
