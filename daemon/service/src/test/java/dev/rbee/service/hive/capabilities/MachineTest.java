package dev.rbee.service.hive.capabilities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.EngineInfo;
import dev.rbee.contract.hives.MemoryInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    Path folder;

    @Test
    void readsMemoryAndTheBoundOfTheControlGroup() throws IOException {
        Files.writeString(folder.resolve("meminfo"), "MemTotal: 1000 kB\nMemFree: 1 kB\nMemAvailable: 600 kB\n");
        Memory memory = new Memory(folder, folder);
        assertEquals(new MemoryInfo(1_024_000, 614_400), memory.read());
        Files.writeString(folder.resolve("memory.max"), "500000\n");
        Files.writeString(folder.resolve("memory.current"), "200000\n");
        Files.writeString(folder.resolve("memory.stat"), "anon 5\ninactive_file 50000\n");
        assertEquals(new MemoryInfo(500_000, 350_000), memory.read());
        Files.writeString(folder.resolve("memory.max"), "max\n");
        assertEquals(1_024_000, memory.read().totalBytes());
    }

    @Test
    void loadIsTheBusyPartSinceLastAsked() throws IOException {
        Path stat = folder.resolve("stat");
        CpuLoad load = new CpuLoad(stat);
        assertNull(load.read());
        Files.writeString(stat, "cpu  100 0 100 800 0 0 0 0 0 0\n");
        assertNull(load.read());
        Files.writeString(stat, "cpu  150 0 150 900 0 0 0 0 0 0\n");
        assertEquals(0.5, load.read());
        assertEquals(0.5, load.read());
    }

    @Test
    void readsTheProcessor() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(
                    "processor\t: %d\nmodel name\t: Some CPU @ 3 GHz\nphysical id\t: %d\ncore id\t: %d\nflags\t: fpu avx2\n\n"
                            .formatted(i, i / 4, i % 2));
        }
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), text);
        assertEquals(new CpuInfo("Some CPU @ 3 GHz", 4, 8, List.of("fpu", "avx2"), null), Cpu.read(cpuinfo));
        assertTrue(Cpu.read(folder.resolve("none")).threads() > 0);
    }

    @Test
    void embeddedEngineSaysWhyNot() {
        assertTrue(Engines.embedded("Linux", "amd64", List.of("sse", "avx2")).available());
        EngineInfo old = Engines.embedded("Linux", "amd64", List.of("sse"));
        assertFalse(old.available());
        assertTrue(String.valueOf(old.reason()).contains("AVX2"));
        assertTrue(Engines.embedded("Mac OS X", "aarch64", List.of()).available());
        assertFalse(Engines.embedded("Linux", "riscv64", List.of()).available());
    }
}
