package dev.rbee.service.queen.nodes;

import dev.rbee.contract.hives.CpuInfo;
import dev.rbee.contract.hives.DeviceInfo;
import dev.rbee.contract.hives.MemoryInfo;
import dev.rbee.contract.nodes.ProbeReport.JavaFound;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code probe.sh} said of a machine, typed. Pure.
 *
 * @param os {@code linux}, {@code macos} or what {@code uname} says, lower case
 * @param arch {@code x64}, {@code arm64} or what {@code uname} says
 * @param javas 25 or newer
 * @param jdks those of them that can compile
 * @param clockS its clock, seconds
 * @param serviceManager {@code systemd}, {@code launchd} or null
 * @param said everything else
 */
record MachineFacts(
        String os,
        String arch,
        CpuInfo cpu,
        MemoryInfo ram,
        MemoryInfo disk,
        List<DeviceInfo> gpus,
        List<JavaFound> javas,
        List<JavaFound> jdks,
        OptionalLong clockS,
        @Nullable String serviceManager,
        Answer said) {

    /** From the answer of the script. */
    static MachineFacts of(Answer said) {
        return new MachineFacts(
                os(said.text("os")),
                arch(said.text("arch")),
                cpu(said),
                new MemoryInfo(bytes(said, "ram_total_kib"), bytes(said, "ram_free_kib")),
                new MemoryInfo(bytes(said, "disk_total_kib"), bytes(said, "disk_free_kib")),
                Gpus.of(said),
                javas(said, "java"),
                javas(said, "jdk"),
                said.number("now"),
                said.says("systemd") ? "systemd" : said.says("launchd") ? "launchd" : null,
                said);
    }

    /** The engine that comes with rbee has a build for this system. */
    boolean engineFits() {
        return (os.equals("linux") || os.equals("macos")) && (arch.equals("x64") || arch.equals("arm64")) && !musl();
    }

    /** A system with another C library than GNU's, Alpine for instance. */
    boolean musl() {
        return said.text("libc").equals("musl");
    }

    private static String os(String uname) {
        String lower = uname.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "darwin" -> "macos";
            default ->
                lower.startsWith("mingw") || lower.startsWith("msys") || lower.startsWith("cygwin") ? "windows" : lower;
        };
    }

    private static String arch(String uname) {
        return switch (uname) {
            case "x86_64", "amd64" -> "x64";
            case "aarch64", "arm64" -> "arm64";
            default -> uname;
        };
    }

    private static CpuInfo cpu(Answer said) {
        int threads = (int) said.number("cpu_threads").orElse(1);
        int cores = (int) said.number("cpu_cores").orElse(0);
        String flags = said.text("cpu_flags");
        return new CpuInfo(
                said.get("cpu_name").orElse(said.text("arch")),
                cores > 0 ? cores : Math.max(1, threads),
                Math.max(1, threads),
                flags.isEmpty() ? List.of() : List.of(flags.split("\\s+")),
                null);
    }

    private static long bytes(Answer said, String key) {
        return said.number(key).orElse(0) * 1024;
    }

    private static List<JavaFound> javas(Answer said, String key) {
        return said.all(key)
                .map(line -> line.split("\\|", 2))
                .flatMap(parts -> parts.length == 2 ? Stream.of(new JavaFound(parts[1], parts[0])) : Stream.empty())
                .toList();
    }

    /** Hardware address for Wake-on-LAN; empty where there is none that could be woken. */
    Optional<String> mac() {
        return said.get("mac")
                .map(mac -> mac.toLowerCase(Locale.ROOT))
                .filter(mac -> mac.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}") && !mac.equals("00:00:00:00:00:00"));
    }
}
