package dev.rbee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine the figures come from, and what its processes use (Linux). */
final class Machine {
    private Machine() {}

    static String describe() throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String name = Files.exists(cpu)
                ? Files.readAllLines(cpu).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .orElse("?")
                : System.getProperty("os.arch");
        return "Machine: " + Runtime.getRuntime().availableProcessors() + " cores of " + name + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version();
    }

    /** Resident memory of a process in MiB. */
    static double residentMib(long pid) throws IOException {
        return field(pid, "VmRSS:") / 1024.0;
    }

    private static long field(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** CPU seconds a process has used. */
    static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                        .orElseThrow()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow()
                        .toNanos()
                / 1e9;
    }
}
