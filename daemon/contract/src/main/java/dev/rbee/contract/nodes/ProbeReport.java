package dev.rbee.contract.nodes;

import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.MemoryInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is, found before anything is changed on it.
 *
 * @param os {@code linux}, {@code macos}, {@code windows} or what {@code uname} says
 * @param arch {@code x64}, {@code arm64} or what {@code uname} says
 * @param osName as the system calls itself, {@code Debian GNU/Linux 12 (bookworm)}
 * @param user the login
 * @param installPath absolute
 * @param disk where it would be installed
 * @param gpus found by their drivers' tools or on the bus; {@code driver} is null where none is loaded
 * @param javas that are 25 or newer
 * @param serviceManager {@code systemd}, {@code launchd} or null
 * @param freePorts some ports of its loopback nobody listens on
 * @param clockOffsetS its clock minus the queen's, seconds
 * @param missingTools of those that are needed ({@code tar}, {@code sha256sum}...)
 * @param mac of the interface the login came through, for Wake-on-LAN
 * @param broadcast address of that interface's network
 * @param installed what of rbee is there already
 * @param bundle how rbee would get there
 * @param plan what would be done, in order, in words
 */
public record ProbeReport(
        String os,
        String arch,
        @Nullable String osName,
        String hostname,
        String user,
        String home,
        String installPath,
        CpuInfo cpu,
        MemoryInfo ram,
        MemoryInfo disk,
        List<DeviceInfo> gpus,
        List<JavaFound> javas,
        @Nullable String serviceManager,
        List<Integer> freePorts,
        @Nullable Double clockOffsetS,
        List<String> missingTools,
        @Nullable String mac,
        @Nullable String broadcast,
        @Nullable InstalledNode installed,
        @Nullable BundleKind bundle,
        List<String> plan,
        List<ProbeFinding> findings) {

    /** A Java there. */
    public record JavaFound(String path, String version) {}

    /**
     * rbee there.
     *
     * @param version of the bundle in use
     * @param nodeName as which it was installed
     * @param owned by this installation, not by another one
     * @param pid of the hive that runs; null where none does
     */
    public record InstalledNode(
            String version,
            String nodeName,
            boolean owned,
            @Nullable Long pid) {}

    /** True where nothing speaks against installing. */
    public boolean suitable() {
        return findings.stream().noneMatch(f -> f.level() == ProbeFinding.Level.BLOCKER);
    }
}
