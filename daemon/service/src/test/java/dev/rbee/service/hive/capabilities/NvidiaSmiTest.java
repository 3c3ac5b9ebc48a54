package dev.rbee.service.hive.capabilities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.contract.hives.DeviceInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class NvidiaSmiTest {
    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong();

    private NvidiaSmi with(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new NvidiaSmi("/nowhere:" + folder, Duration.ofMillis(700), Duration.ofSeconds(20), now::get);
    }

    @Test
    void readsWhatItTells() throws IOException {
        List<DeviceInfo> found = with("echo \"$@\" >> " + folder + "/asked\n"
                        + "echo '0, NVIDIA H200, 143771, 143000, 570.1'\n"
                        + "echo '1, NVIDIA RTX 3090, 24576, [N/A], 570.1'\n"
                        + "echo 'warning: something else'")
                .devices();
        assertEquals(
                List.of("GPU-0", "GPU-1"), found.stream().map(DeviceInfo::id).toList());
        assertEquals(24.0, found.getLast().vramGb());
        assertEquals(null, found.getLast().vramFreeBytes());
        assertEquals(Long.valueOf(143_000L << 20), found.getFirst().vramFreeBytes());
        assertTrue(Files.readString(folder.resolve("asked")).startsWith("--query-gpu="));
    }

    @Test
    void keepsItsAnswerForAWhile() throws IOException {
        NvidiaSmi smi = with("echo x >> " + folder + "/asked\necho '0, A, 1, 1, 1'");
        assertEquals(smi.devices(), smi.devices());
        assertEquals(1, Files.readAllLines(folder.resolve("asked")).size());
        now.addAndGet(Duration.ofSeconds(21).toNanos());
        assertEquals(1, smi.devices().size());
        assertEquals(2, Files.readAllLines(folder.resolve("asked")).size());
    }

    @Test
    void hangingFailingOrAbsentMeansNone() throws IOException {
        long before = System.nanoTime();
        assertEquals(List.of(), with("sleep 60").devices());
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
        assertEquals(List.of(), with("echo '0, A, 1, 1, 1'; exit 9").devices());
        assertEquals(List.of(), with("yes").devices());
        assertEquals(
                List.of(), new NvidiaSmi("/nowhere", Duration.ofSeconds(1), Duration.ofSeconds(1), now::get).devices());
    }
}
