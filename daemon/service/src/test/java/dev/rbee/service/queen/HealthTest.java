package dev.rbee.service.queen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.QueenClient;
import dev.rbee.contract.hives.Capabilities;
import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.ExpectGpu;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.hives.RegisterHive;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected GPUs and waking, over HTTP at a real queen. */
class HealthTest {
    @TempDir
    Path dir;

    @Test
    void expectedGpuThatIsNotThereMakesAHiveDegraded() {
        try (TestQueen test = new TestQueen(dir)) {
            QueenClient client = new QueenClient(test.remote());
            client.registerHive(hive(1, false));
            HiveInfo degraded = client.expectGpu("gpu", new ExpectGpu(true));
            assertEquals(HiveState.DEGRADED, degraded.status());
            assertEquals("expected a GPU, runs on the CPU: it finds no GPU; is its driver loaded?", degraded.message());
            assertTrue(degraded.online());
            assertEquals(
                    HiveState.ONLINE,
                    client.expectGpu("gpu", new ExpectGpu(false)).status());
            assertEquals(ProblemCode.HIVE_NOT_FOUND, code(() -> client.expectGpu("nobody", new ExpectGpu(true))));
        }
    }

    /** The ticker of the queen notices it by itself. */
    @Test
    void gpuThatGoesAwayIsNoticed() {
        try (TestQueen test = new TestQueen(dir)) {
            QueenClient client = new QueenClient(test.remote());
            client.registerHive(hive(1, false));
            client.expectGpu("gpu", new ExpectGpu(true));
            client.registerHive(hive(2, true));
            await().until(() -> client.hive("gpu").status() == HiveState.ONLINE);
            client.registerHive(hive(3, false));
            await().until(() -> client.hive("gpu").status() == HiveState.DEGRADED);
        }
    }

    @Test
    void machineWithoutHardwareAddressIsNotWoken() {
        try (TestQueen test = new TestQueen(dir)) {
            QueenClient client = new QueenClient(test.remote());
            client.registerHive(hive(1, false));
            assertEquals(ProblemCode.WAKE_IMPOSSIBLE, code(() -> client.hiveAction("gpu", "wake")));
            assertEquals(ProblemCode.HIVE_NOT_FOUND, code(() -> client.hiveAction("nobody", "wake")));
            assertEquals(List.of(), test.queen.jobs().list());
        }
    }

    private static ProblemCode code(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(ProblemException.class, work).problem().code();
    }

    private static RegisterHive hive(long epoch, boolean gpu) {
        DeviceInfo cpu = new DeviceInfo("cpu", "Ryzen", "cpu", null, null, null, null);
        DeviceInfo card = new DeviceInfo("GPU-0", "RTX 4090", "gpu", 24.0, 24L << 30, 20L << 30, "550.1");
        Capabilities has = new Capabilities(
                gpu ? List.of(card, cpu) : List.of(cpu),
                "Linux",
                "amd64",
                new CpuInfo("Ryzen", 8, 16, List.of(), null),
                new MemoryInfo(1, 1),
                new MemoryInfo(1, 1),
                List.of(),
                List.of(),
                null,
                null);
        return new RegisterHive("gpu", "127.0.0.1", 7999, HiveMode.NETWORK, "0.1.0", 42L, epoch, has);
    }
}
