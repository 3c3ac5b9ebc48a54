package dev.rbee.service.hive.process;

import dev.rbee.contract.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Starts workers as child processes: a fixed argv, a cleaned environment, the configuration as the first line of a stdin
 * that stays open. When this process ends, however it ends, the system closes that stdin, and the worker goes.
 */
public final class ProcessLauncher implements Launcher {
    private final WorkerCommand command;
    private final WorkerConfigs configs;
    private final Map<String, String> environment;
    private final Path folder;
    private final Supplier<String> nonces;

    /**
     * Makes one.
     *
     * @param environment the whole environment of the children
     * @param folder their working directory
     */
    public ProcessLauncher(
            WorkerCommand command,
            WorkerConfigs configs,
            Map<String, String> environment,
            Path folder,
            Supplier<String> nonces) {
        this.command = command;
        this.configs = configs;
        this.environment = Map.copyOf(environment);
        this.folder = folder;
        this.nonces = nonces;
    }

    @Override
    public Launched launch(WorkerPlan plan, int port) throws IOException {
        String nonce = nonces.get();
        String line = Json.write(configs.config(plan, port)) + "\n";
        List<String> argv = List.copyOf(command.argv(nonce));
        ProcessBuilder builder = new ProcessBuilder(argv).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            OutputStream stdin = process.getOutputStream();
            stdin.write(line.getBytes(StandardCharsets.UTF_8));
            stdin.flush();
            return new Launched(process, nonce, argv, environment);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }
}
