package dev.rbee.service.hive.capabilities;

import dev.rbee.contract.hives.CpuInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/** What the processor is; asked once. */
final class Cpu {
    private Cpu() {}

    /**
     * From {@code cpuinfo} where that names the processor, which costs a millisecond; else by oshi, which costs a good part
     * of a second.
     */
    static CpuInfo read(Path cpuinfo) {
        List<String> lines = lines(cpuinfo);
        String name = value(lines, "model name");
        long threads =
                lines.stream().filter(line -> line.startsWith("processor")).count();
        if (!name.isBlank() && threads > 0) {
            return new CpuInfo(name, cores(lines, (int) threads), (int) threads, flags(cpuinfo), null);
        }
        CentralProcessor processor = new SystemInfo().getHardware().getProcessor();
        return new CpuInfo(
                processor.getProcessorIdentifier().getName().strip(),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                flags(cpuinfo),
                null);
    }

    /** Different pairs of package and core; all threads where they are not told. */
    private static int cores(List<String> lines, int threads) {
        Set<String> cores = new HashSet<>();
        String socket = "";
        for (String line : lines) {
            if (line.startsWith("physical id")) {
                socket = after(line);
            } else if (line.startsWith("core id")) {
                cores.add(socket + "/" + after(line));
            }
        }
        return cores.isEmpty() ? threads : cores.size();
    }

    /** Feature flags of the first processor, empty where they are not told; cheap. */
    static List<String> flags(Path cpuinfo) {
        List<String> lines = lines(cpuinfo);
        String flags = value(lines, "flags");
        String text = flags.isBlank() ? value(lines, "Features") : flags;
        return text.isBlank() ? List.of() : List.of(text.split("\\s+"));
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(Cpu::after)
                .orElse("");
    }

    private static String after(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    private static List<String> lines(Path cpuinfo) {
        try {
            return Files.isReadable(cpuinfo) ? Files.readAllLines(cpuinfo) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
