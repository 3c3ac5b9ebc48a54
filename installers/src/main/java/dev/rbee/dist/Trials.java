package dev.rbee.dist;

import dev.rbee.service.home.Installation;
import dev.rbee.service.home.JavaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs every part of the image once as users do, each making notes for its start-up cache. */
final class Trials {
    /** Time for what is done behind the first picture. */
    private static final int SETTLE_S = 8;

    private final ProductImage image;
    private final Path folder;
    private final Path records;

    /** Everything they write goes below {@code folder}, which must be empty. */
    Trials(ProductImage image, Path folder) throws IOException {
        this.image = image;
        this.folder = folder;
        this.records = Files.createDirectories(folder.resolve("records"));
    }

    /** Where the notes are. */
    Path records() {
        return records;
    }

    /** Daemon with hive and worker, a command, the application. Takes a minute. */
    void run() throws IOException, InterruptedException {
        Map<String, String> home = home("daemon");
        try (Trial daemon = start(Program.DAEMON, true, List.of("-D" + Installation.RECORD + "=" + records), home)) {
            daemon.await(daemon.log(), "ready ");
            command(false, home, "infer", "--model", "demo", "--prompt", "hello", "--max-tokens", "8");
            command(true, home, "status");
            endChild(daemon, "worker", "-Drbee.nonce=");
            endChild(daemon, "hive", "-Drbee.child=true");
            daemon.end();
        }
        for (String part : List.of("worker", "hive")) {
            Files.move(kept(part), Installation.recordOf(records, part), StandardCopyOption.REPLACE_EXISTING);
        }
        application();
    }

    /**
     * Ends it before whoever started it does, who would not wait long enough for its notes; and puts these aside, since it is started again at once
     * and writes new ones.
     */
    private void endChild(Trial daemon, String part, String command) throws IOException, InterruptedException {
        daemon.endBelow(command);
        Files.move(Installation.recordOf(records, part), kept(part));
    }

    private Path kept(String part) {
        return records.resolve(part + ".kept");
    }

    private void application() throws IOException, InterruptedException {
        try (Screen screen = Screen.open()) {
            Map<String, String> environment = home("application");
            Path log = Path.of(environment.get("RBEE_HOME"), "logs", "rbee.log");
            environment.putAll(screen.environment());
            try (Trial window = start(Program.APPLICATION, true, screen.options(), environment)) {
                window.await(log, "window=drawn");
                TimeUnit.SECONDS.sleep(SETTLE_S);
                window.end();
            }
        }
    }

    private void command(boolean notes, Map<String, String> home, String... words)
            throws IOException, InterruptedException {
        try (Trial command = start(Program.COMMAND, notes, List.of(), home, words)) {
            command.awaitEnd();
        }
    }

    private Trial start(
            Program program, boolean notes, List<String> more, Map<String, String> environment, String... words)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(image.java().toString());
        command.addAll(program.options(
                JavaOptions.ofBuild(), image.app().toString(), image.root().toString()));
        command.addAll(more);
        if (notes) {
            command.add("-XX:AOTMode=record");
            command.add("-XX:AOTConfiguration=" + Installation.recordOf(records, program.part()));
        }
        command.add("-cp");
        command.add(String.join(":", program.classPath(image.jars(), image.app().toString())));
        command.add(program.mainClass());
        command.addAll(List.of(words));
        return Trial.start(command, environment, folder.resolve(program.part() + (notes ? "" : "-2") + ".log"));
    }

    private Map<String, String> home(String name) throws IOException {
        Path user = Files.createDirectories(folder.resolve(name));
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", user.toString());
        environment.put("RBEE_HOME", user.resolve("home").toString());
        for (String part : List.of("REGISTRY", "QUEEN", "LOCAL_HIVE")) {
            environment.put("RBEE_" + part + "_PORT", "0");
        }
        return environment;
    }
}
