package dev.rbee.service.queen.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rbee.client.ssh.RemoteShell.Ran;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.nodes.BundleKind;
import dev.rbee.contract.nodes.ProbeFinding;
import dev.rbee.contract.nodes.ProbeReport;
import dev.rbee.contract.problem.ProblemCode;
import dev.rbee.contract.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a probe's answer means, machine by machine, with no machine. */
class ProbeReadingTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000L);
    private static final NodePlan PLAN = TestMachine.plan("n1", "owner-a", "~/.rbee-node");
    private static final List<String> GOOD = List.of(
            "path=/home/u/.rbee-node",
            "standing=/home/u",
            "home=/home/u",
            "user=u",
            "host=box",
            "now=1795000000",
            "os=Linux",
            "arch=x86_64",
            "os_name=Debian GNU/Linux 12 (bookworm)",
            "libc=glibc 2.36",
            "cpu_name=AMD EPYC",
            "cpu_threads=8",
            "cpu_cores=4",
            "cpu_flags=fpu sse2 avx2",
            "ram_total_kib=16000000",
            "ram_free_kib=8000000",
            "disk_total_kib=100000000",
            "disk_free_kib=50000000",
            "writable=yes",
            "mount_options=rw,relatime",
            "port_free=yes",
            "free_port=20001",
            "free_port=20002",
            "mac=AA:bb:cc:dd:ee:ff",
            "broadcast=192.168.1.255");

    @TempDir
    Path folder;

    private TestBundles bundles;

    @BeforeEach
    void bundle() throws IOException, InterruptedException {
        bundles = new TestBundles(folder);
        bundles.nativeOne("0.1.0-aaaaaaaa", "linux", "x64");
    }

    private ProbeReport read(NodePlan plan, String... more) {
        StringBuilder out = new StringBuilder("Welcome!\nos=Plan9\nrbee=begin\n");
        GOOD.forEach(line -> out.append(line).append('\n'));
        List.of(more).forEach(line -> out.append(line).append('\n'));
        Answer said = Answer.of(new Ran(0, out + "rbee=end\nbye=1\n", ""));
        return new Prober(new Bundles(bundles.installation(), bundles.cache()), InstantSource.fixed(NOW))
                .read(said, plan, NOW, NOW.plusMillis(300))
                .report();
    }

    private static List<String> codes(ProbeReport report) {
        return report.findings().stream().map(ProbeFinding::code).toList();
    }

    @Test
    void aGoodMachineHasNoFindings() {
        ProbeReport report = read(PLAN);
        assertEquals(List.of(), report.findings());
        assertTrue(report.suitable());
        assertEquals("linux", report.os());
        assertEquals("x64", report.arch());
        assertEquals(4, report.cpu().cores());
        assertEquals(8, report.cpu().threads());
        assertEquals(16_000_000L * 1024, report.ram().totalBytes());
        assertEquals(50_000_000L * 1024, report.disk().freeBytes());
        assertEquals(List.of(20001, 20002), report.freePorts());
        assertEquals("aa:bb:cc:dd:ee:ff", report.mac());
        assertEquals("192.168.1.255", report.broadcast());
        assertEquals(0.0, report.clockOffsetS());
        assertEquals(BundleKind.NATIVE, report.bundle());
        assertNull(report.installed());
        assertNull(report.serviceManager());
        assertEquals(3, report.plan().size());
        assertTrue(report.plan().getFirst().startsWith("Upload rbee 0.1.0-aaaaaaaa"));
    }

    @Test
    void whatBlocks() {
        assertEquals(List.of("no_space"), codes(read(PLAN, "disk_free_kib=1000")));
        assertEquals(List.of("read_only"), codes(read(PLAN, "mount_options=ro,relatime", "writable=no")));
        assertEquals(List.of("not_writable"), codes(read(PLAN, "writable=no")));
        assertEquals(List.of("no_exec"), codes(read(PLAN, "mount_options=rw,noexec")));
        assertEquals(List.of("bad_path"), codes(read(PLAN, "path=/home/u")));
        assertEquals(List.of("arch_unsupported"), codes(read(PLAN, "arch=riscv64")));
        assertEquals(List.of("libc_unsupported"), codes(read(PLAN, "libc=musl")));
        assertEquals(List.of("missing_tools"), codes(read(PLAN, "missing=tar", "missing=git")));
        assertEquals(List.of("no_bundle"), codes(read(PLAN, "arch=aarch64")));
        assertEquals(List.of("folder_taken"), codes(read(PLAN, "foreign_folder=yes", "taken=home")));
        assertEquals(List.of("other_owner"), codes(read(PLAN, "node=n1", "owner=somebody")));
        assertEquals(List.of("other_node"), codes(read(PLAN, "node=n2", "owner=owner-a")));
        assertFalse(read(PLAN, "arch=riscv64").suitable());
        assertEquals(List.of(), read(PLAN, "arch=riscv64").plan());
    }

    @Test
    void whatIsWorthAWord() {
        assertEquals(List.of("clock_skew"), codes(read(PLAN, "now=1795000500")));
        assertEquals(499.7, read(PLAN, "now=1795000500").clockOffsetS());
        assertEquals(-99.0, read(PLAN, "now=1794999900").clockOffsetS());
        assertEquals(List.of("port_taken"), codes(read(PLAN, "port_free=no")));
        assertEquals(List.of(), codes(read(PLAN, "port_free=no", "hive_pid=5")));
        assertEquals(List.of("no_lingering"), codes(read(PLAN, "systemd=yes", "linger=no")));
        assertEquals(List.of(), codes(read(PLAN, "systemd=yes", "linger=yes")));
        assertEquals(List.of("low_memory"), codes(read(PLAN, "ram_total_kib=900000")));
        assertEquals(List.of("no_avx2"), codes(read(PLAN, "cpu_flags=fpu sse2")));
        assertEquals(List.of("foreign_folder"), codes(read(PLAN, "foreign_folder=yes")));
        assertEquals(
                List.of("no_space", "clock_skew", "port_taken"),
                codes(read(PLAN, "port_free=no", "now=1", "disk_free_kib=1")),
                "what blocks comes first");
    }

    @Test
    void whereThereIsNoBundleForItTheMachinesOwnJavaRunsThePortableOne() throws Exception {
        bundles.portable("0.1.0-pppppppp");
        assertEquals(List.of("no_java"), codes(read(PLAN, "arch=aarch64")));
        ProbeReport report = read(PLAN, "arch=aarch64", "java=25.0.3|/opt/my jdk/bin/java");
        assertTrue(report.suitable());
        assertEquals(BundleKind.PORTABLE, report.bundle());
        assertEquals(
                new ProbeReport.JavaFound("/opt/my jdk/bin/java", "25.0.3"),
                report.javas().getFirst());
        assertEquals(4, report.plan().size());
    }

    @Test
    void aNodeThatIsBuiltFromGitNeedsAJdkAndGit() {
        NodePlan git = new NodePlan(
                "n1", "owner-a", PLAN.nodeKey(), "~/.rbee-node", "https://host/rbee.git", "main", 7835, null);
        assertEquals(List.of("no_git", "no_jdk"), codes(read(git, "missing=git")));
        ProbeReport report = read(git, "java=25|/j/bin/java", "jdk=25|/j/bin/java");
        assertEquals(List.of(), codes(report));
        assertEquals(BundleKind.GIT, report.bundle());
        assertTrue(report.plan().getFirst().contains("https://host/rbee.git (main)"));
    }

    @Test
    void whatIsInstalledThereAlready() {
        ProbeReport report =
                read(PLAN, "node=n1", "owner=owner-a", "current=0.1.0-aaaaaaaa", "disk_free_kib=10", "hive_pid=77");
        assertEquals(List.of(), report.findings(), "nothing has to be uploaded, so the disk may be full");
        assertEquals(new ProbeReport.InstalledNode("0.1.0-aaaaaaaa", "n1", true, 77L), report.installed());
        assertTrue(report.plan().getFirst().contains("already"));
    }

    @Test
    void gpusByTheirToolAndFromTheBus() {
        ProbeReport nvidia = read(
                PLAN,
                "nvidia=NVIDIA H200, 143771, 140000, 580.95.05",
                "nvidia=garbage",
                "pci_gpu=0x10de|0x2335|nvidia||",
                "pci_gpu=0x8086|0x46a6|i915||",
                "pci_gpu=0x1002|0x744c|amdgpu|25753026560|1000000");
        assertEquals(
                List.of(
                        new DeviceInfo(
                                "GPU-0",
                                "NVIDIA H200",
                                "gpu",
                                140.4,
                                143771L * 1024 * 1024,
                                140000L * 1024 * 1024,
                                "580.95.05"),
                        new DeviceInfo("GPU-1", "AMD GPU 0x744c", "gpu", 24.0, 25753026560L, 25752026560L, "amdgpu")),
                nvidia.gpus());
        assertEquals(List.of(), nvidia.findings());
        ProbeReport bare = read(PLAN, "pci_gpu=0x10de|0x2335|nouveau||");
        assertEquals(List.of("gpu_without_driver"), codes(bare));
        assertEquals("NVIDIA GPU 0x2335", bare.gpus().getFirst().name());
        NodePlan expecting =
                new NodePlan("n1", "owner-a", PLAN.nodeKey(), "~/.rbee-node", null, null, 7835, Boolean.TRUE);
        assertEquals(List.of("gpu_missing"), codes(read(expecting)));
    }

    @Test
    void somethingThatIsNoUnixShellIsToldApart() {
        ProblemException e = assertThrows(
                ProblemException.class,
                () -> Answer.of(new Ran(1, "", "'sh' is not recognized as an internal or external command")));
        assertEquals(ProblemCode.NODE_UNSUITABLE, e.problem().code());
        assertTrue(String.valueOf(e.problem().details()).contains("not recognized"));
        ProblemException half =
                assertThrows(ProblemException.class, () -> Answer.of(new Ran(137, "rbee=begin\nos=Linux\n", "")));
        assertTrue(half.problem().message().contains("137"));
    }

    @Test
    void olderMeansAnOlderReleaseOrAnotherBuildOfTheSame() {
        assertTrue(Versions.outdated("0.1.0-aaaaaaaa", "0.1.0-bbbbbbbb"));
        assertTrue(Versions.outdated("0.9.0-aaaaaaaa", "0.10.0-aaaaaaaa"));
        assertFalse(Versions.outdated("0.1.0-aaaaaaaa", "0.1.0-aaaaaaaa"));
        assertFalse(Versions.outdated("0.2.0-aaaaaaaa", "0.1.9-bbbbbbbb"));
        assertFalse(Versions.olderRelease("0.1.0-aaaaaaaa", "0.1.0"));
        assertTrue(Versions.olderRelease("0.1.0-aaaaaaaa", "0.1.1"));
    }

    @Test
    void namesAndPathsThatCouldDoHarmAreRefused() {
        for (String path :
                List.of("", " ", "/", "~", "~/", "//", "~/../x", "/a/../b", "/a:b", "~/$(id)", "a`b`", "x\ny")) {
            ProblemException e = assertThrows(
                    ProblemException.class, () -> Site.check(TestMachine.plan("n1", "owner-a", path)), path);
            assertEquals("install_path", e.problem().param());
        }
        for (String name : List.of("", "-x", "a b", "a/b", "a\"b", "..")) {
            assertThrows(ProblemException.class, () -> Site.check(TestMachine.plan(name, "owner-a", "~/x")), name);
        }
        Site.check(TestMachine.plan("mac-1.lan", "owner-a", "/Volumes/Big Disk/rbee"));
    }
}
