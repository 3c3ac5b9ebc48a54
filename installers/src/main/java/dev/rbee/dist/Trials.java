package dev.rbee.dist;

import dev.rbee.service.home.JavaOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the image once as users do while Java makes notes, and makes the start-up cache of them. The application has the queen and the registry in
 * its process, so that the daemon, and in part hives and workers, find their classes there, too.
 */
final class Trials {
    /** Time for what is done behind the first picture. */
    private static final int SETTLE_S = 5;

    private final ProductImage image;
    private final Path folder;
    private final Path notes;

    /** Everything goes below {@code folder}, which must be empty. */
    Trials(ProductImage image, Path folder) {
        this.image = image;
        this.folder = folder;
        this.notes = folder.resolve("rbee.aotconf");
    }

    /** The application, asked once by a command; then the cache. Takes half a minute. */
    void run() throws IOException, InterruptedException {
        Map<String, String> environment = home();
        Path log = Path.of(environment.get("RBEE_HOME"), "logs", "rbee.log");
        try (Screen screen = Screen.open()) {
            List<String> record = new ArrayList<>(screen.options());
            record.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes));
            environment.putAll(screen.environment());
            try (Trial window = start(Program.APPLICATION, record, environment)) {
                window.await(log, "window=drawn");
                window.await(Path.of(environment.get("RBEE_HOME"), "run", "queen.json"), "url");
                ask(environment);
                TimeUnit.SECONDS.sleep(SETTLE_S);
                window.end();
            }
        }
        create();
    }

    private void ask(Map<String, String> home) throws IOException, InterruptedException {
        try (Trial command = start(
                Program.COMMAND,
                List.of(),
                home,
                "infer",
                "--model",
                "demo",
                "--prompt",
                "hello",
                "--max-tokens",
                "8")) {
            command.awaitEnd();
        }
    }

    private void create() throws IOException {
        if (!Files.isRegularFile(notes) && image.layout() == Layout.WINDOWS) {
            // It ends programs without letting them write; then they start without a cache.
            DistMain.say("no start-up cache: the application was ended before it made its notes");
            return;
        }
        if (!Files.isRegularFile(notes)) {
            throw new IOException("the application made no notes; see " + folder);
        }
        Path cache = image.app().resolve(Program.CACHE);
        Files.createDirectories(cache.resolveSibling(""));
        List<String> command = new ArrayList<>();
        command.add(image.java().toString());
        command.addAll(JavaOptions.ofBuild().of(Program.APPLICATION.part()));
        command.addAll(List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes, "-XX:AOTCache=" + cache, "-cp"));
        command.add(classPath(Program.APPLICATION));
        Tool.run(command, folder, Map.of());
    }

    private String classPath(Program program) {
        return String.join(
                File.pathSeparator, program.classPath(image.jars(), image.app().toString()));
    }

    private Trial start(Program program, List<String> more, Map<String, String> environment, String... words)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(image.java().toString());
        command.addAll(program.options(
                JavaOptions.ofBuild(),
                image.app().toString(),
                image.program(Program.COMMAND).toString(),
                File.pathSeparator));
        command.addAll(more);
        command.addAll(List.of("-cp", classPath(program), program.mainClass()));
        command.addAll(List.of(words));
        return Trial.start(command, environment, folder.resolve(program.part() + ".log"));
    }

    private Map<String, String> home() throws IOException {
        Path user = Files.createDirectories(folder.resolve("user"));
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", user.toString());
        environment.put("RBEE_HOME", user.resolve("home").toString());
        for (String part : List.of("REGISTRY", "QUEEN", "LOCAL_HIVE")) {
            environment.put("RBEE_" + part + "_PORT", "0");
        }
        return environment;
    }
}
