package dev.rbee.app.small;

import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.HiveInfo;
import dev.rbee.contract.hives.HiveMode;
import dev.rbee.contract.hives.HiveState;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.nodes.AddNode;
import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.Node;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Other machines to show: their reports, their rows. */
public final class Machines {
    private static final long GB = 1_000_000_000L;

    private Machines() {}

    /** A machine with nothing against it. */
    public static ProbeReport good() {
        return report(List.of(), BundleKind.NATIVE, plan(), gpu("570.124.06"));
    }

    /** One with remarks. */
    public static ProbeReport remarks() {
        return report(
                List.of(
                        finding(
                                ProbeFinding.Level.INFO,
                                "no_lingering",
                                "The hive ends when the last session of vince on that machine ends.",
                                "Once, as root there: loginctl enable-linger vince"),
                        finding(
                                ProbeFinding.Level.WARNING,
                                "gpu_without_driver",
                                "NVIDIA GeForce RTX 4090 has no driver loaded; models would run on the processor.",
                                "Install NVIDIA's driver there, then look again.")),
                BundleKind.NATIVE,
                plan(),
                gpu(null));
    }

    /** One that cannot be used. */
    public static ProbeReport blocked() {
        return report(
                List.of(finding(
                        ProbeFinding.Level.BLOCKER,
                        "no_space",
                        "Only 41 MB are free in /home/vince; rbee needs 260 MB there.",
                        "Make room, or choose another folder in the first step.")),
                null,
                List.of(),
                gpu("570.124.06"));
    }

    private static ProbeFinding finding(ProbeFinding.Level level, String code, String message, String hint) {
        return new ProbeFinding(level, code, message, hint);
    }

    private static List<String> plan() {
        return List.of(
                "Upload 78 MB to /home/vince/.rbee-node and check them by SHA-256",
                "Unpack them there as version 0.1.0-4f2a91c7",
                "Start the hive as systemd unit rbee-hive-gpu-1 of user vince",
                "Reach it through this SSH connection only: nothing listens beyond its loopback");
    }

    private static DeviceInfo gpu(@Nullable String driver) {
        return new DeviceInfo("GPU-0", "NVIDIA GeForce RTX 4090", "gpu", 24.0, 24 * GB, 23 * GB, driver);
    }

    private static ProbeReport report(
            List<ProbeFinding> findings, @Nullable BundleKind kind, List<String> plan, DeviceInfo gpu) {
        return new ProbeReport(
                "linux",
                "x64",
                "Debian GNU/Linux 12 (bookworm)",
                "gpu-1",
                "vince",
                "/home/vince",
                "/home/vince/.rbee-node",
                new CpuInfo("AMD Ryzen 9 7950X 16-Core Processor", 16, 32, List.of("avx2"), 0.1),
                new MemoryInfo(64 * GB, 51 * GB),
                new MemoryInfo(900 * GB, 412 * GB),
                List.of(gpu),
                List.of(),
                "systemd",
                List.of(7835),
                0.2,
                List.of(),
                "aa:bb:cc:dd:ee:ff",
                "192.168.1.255",
                null,
                kind,
                plan,
                findings);
    }

    /** A hive on another machine. */
    public static HiveInfo hive(String name, HiveState state, @Nullable String message) {
        HiveInfo here = Fixtures.hive(name, state, 0);
        boolean online = state == HiveState.ONLINE || state == HiveState.DRAINING;
        return new HiveInfo(
                name,
                name,
                "127.0.0.1",
                41_233,
                "http://127.0.0.1:41233",
                HiveMode.NETWORK,
                state,
                online,
                "0.1.0",
                815L,
                Instant.now(),
                0,
                here.capabilities(),
                here.ramFreeBytes(),
                0.1,
                Instant.now().minusSeconds(240),
                message);
    }

    /** Its row in the table of machines. */
    public static Node node(AddNode asked) {
        return new Node(
                Objects.requireNonNull(asked.nodeName()),
                Objects.requireNonNullElse(asked.sshHost(), "host"),
                22,
                Objects.requireNonNullElse(asked.sshUser(), "vince"),
                null,
                null,
                null,
                "~/.rbee-node",
                null,
                "unknown",
                "network",
                null,
                null,
                null,
                null,
                null,
                "aa:bb:cc:dd:ee:ff",
                null,
                null,
                "running",
                null,
                null,
                null);
    }

    /** A machine of that name and address. */
    public static AddNode ask(String name, String user, String host) {
        return new AddNode(name, host, null, user, null, null, null, null, null, null, null, null, null, null, null);
    }
}
