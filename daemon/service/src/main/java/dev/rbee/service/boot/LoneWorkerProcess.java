package dev.rbee.service.boot;

import dev.rbee.contract.auth.Keys;
import dev.rbee.contract.json.Json;
import dev.rbee.contract.problem.Problem;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import dev.rbee.contract.workers.WorkerConfig;
import dev.rbee.service.cli.Daemons;
import dev.rbee.service.hive.Addresses;
import dev.rbee.service.hive.WorkerConfigMaker;
import dev.rbee.service.hive.process.ChildEnvironment;
import dev.rbee.service.hive.process.JavaWorkerCommand;
import dev.rbee.service.hive.process.PortRange;
import dev.rbee.service.hive.process.Ports;
import dev.rbee.service.hive.process.WorkerPlan;
import dev.rbee.service.home.Home;
import dev.rbee.service.home.Installation;
import dev.rbee.service.models.FitCheck;
import dev.rbee.service.models.ModelFile;
import dev.rbee.service.models.ModelNames;
import dev.rbee.service.models.ModelStore;
import dev.rbee.service.models.StoreParts;
import dev.rbee.service.models.adopt.Origin;
import dev.rbee.service.models.adopt.Places;
import dev.rbee.service.settings.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** A worker started by hand, without a hive: a child whose stdin stays open as long as this process lives. */
final class LoneWorkerProcess {
    private static final String READY = "ready ";
    private static final String PROBLEM = "problem ";

    private final Home home;
    private final Installation installation;
    private final Settings settings;

    LoneWorkerProcess(Home home, Installation installation, Settings settings) {
        this.home = home;
        this.installation = installation;
        this.settings = settings;
    }

    /** Runs it until it ends or {@code stop} orders; returns its exit code, 0 where it was told to stop. */
    int run(Daemons.LoneWorker wanted, StopOrder stop, Consumer<String> ready) {
        Integer port = wanted.port();
        if (port != null) {
            return run(wanted.model(), port, stop, ready);
        }
        var range = settings.worker().ports();
        return new Ports(new PortRange(range.first(), range.last()))
                .bound(each -> run(wanted.model(), each, stop, ready));
    }

    private int run(String model, int port, StopOrder stop, Consumer<String> ready) {
        String id = "hand-" + Keys.newToken(new SecureRandom()).substring(5, 13);
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            new JavaWorkerCommand(installation, List.of(), JavaWorkerCommand.MAIN).argv(id))
                    .directory(home.path().toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().clear();
            builder.environment().putAll(ChildEnvironment.forWorker(System.getenv()));
            Process process = builder.start();
            return attend(process, Json.write(config(id, model, port)), stop, ready);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SPAWN_FAILED, "The worker cannot be started: " + e.getMessage() + ".", null),
                    e);
        }
    }

    private static int attend(Process process, String config, StopOrder stop, Consumer<String> ready)
            throws IOException {
        try (OutputStream stdin = process.getOutputStream();
                BufferedReader stdout = process.inputReader(StandardCharsets.UTF_8)) {
            stdin.write((config + "\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
            String first = stdout.readLine();
            if (first == null || !first.startsWith(READY)) {
                process.destroyForcibly();
                if (first != null && first.startsWith(PROBLEM)) {
                    throw new ProblemException(Json.read(first.substring(PROBLEM.length()), Problem.class));
                }
                throw ProblemException.of(
                        ProblemCode.SPAWN_FAILED, "The worker did not start.", "What it said stands above.");
            }
            var _ = process.onExit().thenRun(stop::order);
            ready.accept("http://127.0.0.1:" + first.substring(READY.length()));
            stop.await();
            return process.isAlive() ? 0 : process.exitValue();
        }
    }

    private WorkerConfig config(String id, String model, int port) {
        Settings.Worker usual = settings.worker();
        Addresses addresses =
                new Addresses(home, settings.registry().port(), settings.queen().port());
        ModelFile file = file(model);
        int context = FitCheck.context(file.read(), null, usual.ctx());
        Integer threads = usual.threads() == 0 ? null : Integer.valueOf(usual.threads());
        return new WorkerConfigMaker(settings.localHive().name(), home.token(new SecureRandom()), addresses, home)
                .config(new WorkerPlan(id, file.id(), file.path(), context, usual.slots(), threads), port);
    }

    private ModelFile file(String model) {
        Path path = Path.of(model).toAbsolutePath().normalize();
        if (Files.isRegularFile(path)) {
            return new ModelFile(ModelNames.from(String.valueOf(path.getFileName())), path, Origin.IMPORTED);
        }
        String dir = settings.models().dir();
        StoreParts parts = new StoreParts(
                dir.isBlank() ? home.models() : Path.of(dir),
                installation.models(),
                Places.of(settings.models(), System.getenv(), Path.of(System.getProperty("user.home"))),
                InstantSource.system(),
                System::nanoTime,
                () -> {});
        try (ModelStore store = new ModelStore(parts)) {
            return store.find(model);
        }
    }
}
