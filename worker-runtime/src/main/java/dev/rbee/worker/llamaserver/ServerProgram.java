package dev.rbee.worker.llamaserver;

import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a llama-server program says of itself. Each question is a short process of its own; blocks. */
record ServerProgram(Path path) {
    private static final Pattern BUILD = Pattern.compile("version: .*?\\b(?:build )?(\\d{3,6})\\b");
    private static final Pattern DEVICE = Pattern.compile("^ +([A-Za-z]+\\d+): ");
    private static final long SECONDS = 60;

    /** Its flags. Throws {@code engine_failed}. */
    ProgramFlags flags() {
        ProgramFlags flags = ProgramFlags.of(ask("--help"));
        if (!flags.has("--api-key-file")) {
            throw failed("it is no llama-server, or one that is too old");
        }
        return flags;
    }

    /** As in {@code b10587}. */
    String version() {
        Matcher build = BUILD.matcher(ask("--version"));
        return build.find() ? "b" + build.group(1) : "of an unknown version";
    }

    /** What it calls the GPU that the hive calls {@code GPU-<n>}; the name itself where it knows that; null where it has none. */
    @Nullable
    String device(String wanted) {
        List<String> devices = new ArrayList<>();
        for (String line : ask("--list-devices").split("\n", -1)) {
            Matcher each = DEVICE.matcher(line);
            if (each.find()) {
                devices.add(each.group(1));
            }
        }
        if (devices.contains(wanted)) {
            return wanted;
        }
        String number = wanted.replaceAll("\\D", "");
        int index = number.isEmpty() || number.length() > 4 ? 0 : Integer.parseInt(number);
        return index < devices.size() ? devices.get(index) : null;
    }

    private String ask(String question) {
        ProcessBuilder builder =
                new ProcessBuilder(path.toAbsolutePath().toString(), question).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ServerChild.kept(System.getenv()));
        try {
            Process process = builder.start();
            try {
                process.getOutputStream().close();
                Thread limit = Thread.ofPlatform().daemon().start(() -> end(process));
                String said = new String(process.getInputStream().readNBytes(1 << 20), StandardCharsets.UTF_8);
                limit.interrupt();
                return said;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // it has answered
        }
    }

    private ProblemException failed(String why) {
        return ProblemException.of(
                ProblemCode.ENGINE_FAILED,
                "The engine's program " + path + " can't be used: " + why + ".",
                "Install another one: rbee engine install");
    }
}
