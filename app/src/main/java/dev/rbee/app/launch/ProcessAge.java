package dev.rbee.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long this process has run. Linux tells Java the time of its boot in whole seconds, so that the start by {@link ProcessHandle} is up to a
 * second early there; asked itself it knows both to 10 ms.
 */
final class ProcessAge {
    /** Of {@code /proc/self/stat}: what stands behind the name in brackets, counted from 0. */
    private static final int START = 19;

    private static final long TICK_MS = 10;

    private ProcessAge() {}

    /** Empty where the system does not tell. Reads two lines. */
    static Optional<Duration> now(InstantSource clock) {
        try {
            return Optional.of(
                    between(Files.readString(Path.of("/proc/self/stat")), Files.readString(Path.of("/proc/uptime"))));
        } catch (IOException | RuntimeException e) {
            Instant now = clock.instant();
            return ProcessHandle.current().info().startInstant().map(start -> Duration.between(start, now));
        }
    }

    /** By what the system says of the process and of itself; throws a {@link RuntimeException} for anything else. */
    static Duration between(String stat, String uptime) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long started = Long.parseLong(fields[START]) * TICK_MS;
        double up = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
        return Duration.ofMillis(Math.round(up * 1000) - started);
    }
}
