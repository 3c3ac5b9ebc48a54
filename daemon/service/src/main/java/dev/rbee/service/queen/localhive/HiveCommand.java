package dev.rbee.service.queen.localhive;

import dev.rbee.service.hive.process.ChildEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the process of a hive. No secret is in its argv or environment: it reads the token from its home. */
final class HiveCommand {
    private static final long LOG_MOST = 4L << 20;
    /** Ctrl-C in the terminal is its parent's affair. */
    private static final List<String> CHILD = List.of("-Drbee.child=true");

    private HiveCommand() {}

    /** Starts it, its output going to {@code logs/hive.log}. Throws {@link IOException} where the system refuses. */
    static Process start(LocalHiveParts parts) throws IOException {
        List<String> argv = new ArrayList<>(
                parts.installation().java("hive", CHILD, parts.main().getFirst()));
        argv.addAll(parts.main().subList(1, parts.main().size()));
        if (parts.withParent()) {
            argv.add("--with-parent");
        }
        Path log = log(parts);
        rotate(log);
        ProcessBuilder builder = new ProcessBuilder(argv)
                .directory(parts.home().path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment(parts));
        Process process = builder.start();
        if (!parts.withParent()) {
            process.getOutputStream().close();
        }
        return process;
    }

    static Path log(LocalHiveParts parts) {
        return parts.home().logs().resolve("hive.log");
    }

    /** The last lines of its log, for a failure's details. */
    static String tail(LocalHiveParts parts, int lines) {
        try (Stream<String> all = Files.lines(log(parts))) {
            List<String> kept = all.toList();
            return String.join("\n", kept.subList(Math.max(0, kept.size() - lines), kept.size()));
        } catch (IOException | java.io.UncheckedIOException e) {
            return "";
        }
    }

    private static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_MOST) {
            Files.move(log, log.resolveSibling("hive.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static Map<String, String> environment(LocalHiveParts parts) {
        Map<String, String> kept = ChildEnvironment.forWorker(parts.environment());
        parts.environment().forEach((name, value) -> {
            if (name.startsWith("RBEE_") && !secret(name)) {
                kept.put(name, value);
            }
        });
        kept.putAll(parts.settings());
        kept.put("RBEE_HOME", parts.home().path().toString());
        return kept;
    }

    private static boolean secret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Stream.of("TOKEN", "KEY", "SECRET", "PASSWORD").anyMatch(upper::contains);
    }
}
