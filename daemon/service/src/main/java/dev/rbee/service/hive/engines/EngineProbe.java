package dev.rbee.service.hive.engines;

import dev.rbee.service.hive.process.ChildEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a program what it is; remembers the answer for as long as the file stays the same. Thread-safe; blocks. */
final class EngineProbe {
    private static final Pattern BUILD = Pattern.compile("version: [^\\n]*?\\b(?:build )?(\\d{3,6})\\b");
    private static final Pattern DEVICE = Pattern.compile("(?m)^ +([A-Za-z]+\\d+: .{1,200})$");
    private static final long SECONDS = 20;
    private static final int LONGEST = 1 << 20;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /**
     * What it says.
     *
     * @param build as in {@code b10587}; null where it does not say
     * @param devices as in {@code CUDA0: NVIDIA ...}
     * @param why it cannot be used, null where it can
     */
    record Said(
            @Nullable String build,
            List<String> devices,
            @Nullable String why) {}

    private record Known(long modified, long size, Said said) {}

    Said ask(Path program) {
        long modified;
        long size;
        try {
            modified = Files.getLastModifiedTime(program).toMillis();
            size = Files.size(program);
        } catch (IOException e) {
            return new Said(null, List.of(), "its program can't be read: " + e.getMessage());
        }
        Known before = known.get(program);
        if (before != null && before.modified() == modified && before.size() == size) {
            return before.said();
        }
        Said said = look(program);
        known.put(program, new Known(modified, size, said));
        return said;
    }

    private static Said look(Path program) {
        String version;
        try {
            version = run(program, "--version");
        } catch (IOException e) {
            return new Said(null, List.of(), "its program does not start: " + e.getMessage());
        }
        Matcher build = BUILD.matcher(version);
        if (!build.find()) {
            return new Said(null, List.of(), "its program does not say its version: " + shown(version));
        }
        try {
            String help = run(program, "--help");
            if (!help.contains("--api-key-file") || !help.contains("--parallel")) {
                return new Said("b" + build.group(1), List.of(), "it is too old, or no llama-server");
            }
            List<String> devices = new ArrayList<>();
            Matcher each = DEVICE.matcher(help.contains("--list-devices") ? run(program, "--list-devices") : "");
            while (each.find()) {
                devices.add(each.group(1).strip());
            }
            return new Said("b" + build.group(1), List.copyOf(devices), null);
        } catch (IOException e) {
            return new Said("b" + build.group(1), List.of(), "its program does not answer: " + e.getMessage());
        }
    }

    private static String run(Path program, String question) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(program.toAbsolutePath().toString(), question).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ChildEnvironment.forWorker(System.getenv()));
        Process process = builder.start();
        Thread limit = Thread.ofPlatform().daemon().name("engine-probe").start(() -> end(process));
        try {
            process.getOutputStream().close();
            return new String(process.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
        } finally {
            limit.interrupt();
            process.destroyForcibly();
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

    private static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.isEmpty() ? "it says nothing" : plain.length() > 200 ? plain.substring(0, 200) + "..." : plain;
    }
}
