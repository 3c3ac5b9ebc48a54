package dev.rbee.service.hive.capabilities;

import dev.rbee.contract.hives.CpuInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/** What the processor is; asked once, since asking takes a good part of a second. */
final class Cpu {
    private Cpu() {}

    /** Name and counts by oshi, flags from {@code cpuinfo} where there is one. Blocks up to a second. */
    static CpuInfo read(Path cpuinfo) {
        CentralProcessor processor = new SystemInfo().getHardware().getProcessor();
        return new CpuInfo(
                processor.getProcessorIdentifier().getName().strip(),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                flags(cpuinfo),
                null);
    }

    /** Feature flags of the first processor, empty where they are not told; cheap. */
    static List<String> flags(Path cpuinfo) {
        try (var lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line ->
                            List.of(line.substring(line.indexOf(':') + 1).trim().split("\\s+")))
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }
}
