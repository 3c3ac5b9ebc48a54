package dev.rbee.service.hive.capabilities;

import dev.rbee.contract.hives.MemoryInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The memory of this machine, cheap enough to be polled: from {@code /proc/meminfo}, bounded by the control group where
 * there is one; elsewhere from the system's bean. Thread-safe; reads a few small files.
 */
public final class Memory {
    private final Path proc;
    private final Path cgroup;

    /** Reads these folders; usually {@code /proc} and {@code /sys/fs/cgroup}. */
    public Memory(Path proc, Path cgroup) {
        this.proc = proc;
        this.cgroup = cgroup;
    }

    /** Total and available bytes. */
    public MemoryInfo read() {
        String text = text(proc.resolve("meminfo"));
        Long total = kib(text, "MemTotal");
        Long available = kib(text, "MemAvailable");
        if (total == null || available == null) {
            return fromBean();
        }
        Long most = number(cgroup.resolve("memory.max"));
        Long used = number(cgroup.resolve("memory.current"));
        if (most != null && used != null && most < total) {
            return new MemoryInfo(most, Math.max(0, Math.min(available, most - used + reclaimable())));
        }
        return new MemoryInfo(total, available);
    }

    /** File cache counts as used in a control group, but gives way. */
    private long reclaimable() {
        Matcher matcher = Pattern.compile("(?m)^inactive_file (\\d+)$").matcher(text(cgroup.resolve("memory.stat")));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static MemoryInfo fromBean() {
        var bean = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return new MemoryInfo(bean.getTotalMemorySize(), bean.getFreeMemorySize());
    }

    private static @Nullable Long kib(String text, String key) {
        Matcher matcher = Pattern.compile("(?m)^" + key + ":\\s+(\\d{1,15}) kB").matcher(text);
        return matcher.find() ? Long.valueOf(Long.parseLong(matcher.group(1)) * 1024) : null;
    }

    private static @Nullable Long number(Path file) {
        String text = text(file).strip();
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static String text(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
